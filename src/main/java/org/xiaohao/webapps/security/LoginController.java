package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
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
    show(page);
    page.addAttribute(
        "failure",
        Stream.of("wrong", "wait", "left").filter(query::containsKey).findFirst().orElse(null));
    page.addAttribute(
        "notice",
        Stream.of("expired", "goodbye").filter(query::containsKey).findFirst().orElse(null));
    return "login";
  }

  /** The same with what was typed on a page that was open too long; nobody else gets here. */
  @PostMapping(Expired.LOGIN_AGAIN)
  String loginAgain(
      @RequestAttribute(name = Expired.TYPED, required = false) @Nullable Typed typed,
      @RequestAttribute(name = Expired.WHY, required = false) @Nullable String why,
      HttpServletResponse response,
      Model page) {
    if (typed == null) {
      return "redirect:" + FrontDoor.LOGIN;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    show(page);
    page.addAttribute("failure", "expired".equals(why) ? null : why);
    page.addAttribute("notice", "kept");
    page.addAttribute("typed", typed.hidden());
    return "login";
  }

  private void show(Model page) {
    page.addAttribute("byPassword", wayIn.byPassword());
    page.addAttribute("links", wayIn.links());
  }
}
