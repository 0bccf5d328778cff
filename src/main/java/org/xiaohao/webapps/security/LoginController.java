package org.xiaohao.webapps.security;

import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page. */
@Controller
class LoginController {

  private final WayIn wayIn;

  LoginController(WayIn wayIn) {
    this.wayIn = wayIn;
  }

  /**
   * @param query what happened before: {@code wrong}, {@code wait}, {@code left}, {@code expired}
   *     or {@code goodbye}
   */
  @GetMapping(FrontDoor.LOGIN)
  String login(@RequestParam MultiValueMap<String, String> query, Model page) {
    page.addAttribute("byPassword", wayIn.byPassword());
    page.addAttribute("links", wayIn.links());
    page.addAttribute(
        "failure",
        Stream.of("wrong", "wait", "left").filter(query::containsKey).findFirst().orElse(null));
    page.addAttribute(
        "notice",
        Stream.of("expired", "goodbye").filter(query::containsKey).findFirst().orElse(null));
    return "login";
  }
}
