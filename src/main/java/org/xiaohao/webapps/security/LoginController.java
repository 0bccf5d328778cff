package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
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

  private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,3}");

  private final WayIn wayIn;
  private final String window;

  LoginController(WayIn wayIn, LoginProperties settings) {
    this.wayIn = wayIn;
    this.window = Long.toString(Math.max(1, settings.throttle().window().toMinutes()));
  }

  /**
   * @param query what happened before: {@code wrong}, {@code wait} with the minutes to wait, {@code
   *     away}, {@code left}, {@code expired} or {@code goodbye}
   */
  @GetMapping(FrontDoor.LOGIN)
  String login(@RequestParam MultiValueMap<String, String> query, Model page) {
    show(page);
    page.addAttribute(
        "failure",
        Stream.of("wrong", "wait", "away", "left")
            .filter(query::containsKey)
            .findFirst()
            .orElse(null));
    page.addAttribute("minutes", minutes(query.getFirst("wait")));
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
      @RequestAttribute(name = Expired.WAIT, required = false) @Nullable String wait,
      HttpServletResponse response,
      Model page) {
    if (typed == null) {
      return "redirect:" + FrontDoor.LOGIN;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    show(page);
    page.addAttribute("failure", "expired".equals(why) ? null : why);
    page.addAttribute("minutes", minutes(wait));
    page.addAttribute("notice", "kept");
    page.addAttribute("typed", typed.hidden());
    return "login";
  }

  /** What stands in an address is not repeated as it came. */
  private String minutes(@Nullable String told) {
    return told != null && MINUTES.matcher(told).matches() ? told : window;
  }

  private void show(Model page) {
    page.addAttribute("byPassword", wayIn.byPassword());
    page.addAttribute("links", wayIn.links());
  }
}
