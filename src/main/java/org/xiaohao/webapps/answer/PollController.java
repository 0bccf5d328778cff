package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.consultation.FilledIn;
import org.xiaohao.consultation.PollService;
import org.xiaohao.shared.Refusal;

/**
 * The page of an online poll (R47), for everybody who has its address: no account, no script. Each
 * page that is handed out has a token of its own, which is good for one answer; a cookie keeps it,
 * so that a browser that has answered is told so. Whoever refuses cookies can answer all the same.
 */
@Controller
@RequestMapping("/answer/poll/{code}")
class PollController {

  private static final String COOKIE = "xiaohao-poll";
  private static final Duration KEPT = Duration.ofDays(180);
  private static final int TOKEN_BYTES = 20;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{27}");

  private final PollService polls;
  private final FormStamp stamp;
  private final Turnstile turnstile;
  private final SecureRandom random = new SecureRandom();

  PollController(PollService polls, FormStamp stamp, AnswerProperties settings, Clock clock) {
    this.polls = polls;
    this.stamp = stamp;
    this.turnstile = Turnstile.forEverybody(settings, clock);
  }

  /**
   * @param unit unit that is chosen already, where a link is about one
   */
  @GetMapping
  String form(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String unit,
      @CookieValue(name = COOKIE, required = false) @Nullable String kept,
      HttpServletRequest request,
      HttpServletResponse response,
      Model page) {
    var poll = polls.page(code);
    var known = kept != null && TOKEN.matcher(kept).matches();
    if (known && polls.answered(kept)) {
      throw new Refusal("consultation.poll-answered");
    }
    var token = known ? kept : newToken();
    if (!known) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, code, token));
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var blank = Collections.nCopies(poll.questions().size(), "");
    return show(page, poll, code, token, unit, new FilledIn("", blank), null);
  }

  /**
   * @param fields {@code unit}, {@code affiliation}, {@code q0}, {@code q1} ... and what the page
   *     puts there itself
   */
  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView answer(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model page) {
    var stop = turnstile.stop(request, response);
    if (stop.isPresent()) {
      return stop.get();
    }
    var poll = polls.page(code);
    var sent = new Sent(fields);
    var filledIn = sent.filledIn(poll.questions().size());
    var unit = sent.text("unit");
    var token = sent.text("page");
    var known = TOKEN.matcher(token).matches();
    Refusal refusal;
    if (!known || !sent.isPersons(stamp, stamped(code, token))) {
      refusal = new Refusal("answer.again");
    } else {
      try {
        polls.answer(code, token, unit, filledIn);
        return new ModelAndView("redirect:/answer/thanks");
      } catch (Refusal refused) {
        if ("consultation.poll-answered".equals(refused.code())) {
          throw refused;
        }
        refusal = refused;
      }
    }
    var again = known ? token : newToken();
    var view = show(page, poll, code, again, unit, filledIn, refusal.getMessage());
    return new ModelAndView(view, page.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** Unknown, over or answered: a page that says so and nothing else. */
  @ExceptionHandler
  ModelAndView closed(Refusal refusal) {
    return ClosedPage.of(refusal, "consultation.poll-unknown");
  }

  private String show(
      Model page,
      PollService.Page poll,
      String code,
      String token,
      String unit,
      FilledIn filledIn,
      @Nullable String failure) {
    page.addAttribute("questionnaire", poll);
    page.addAttribute("units", poll.units());
    page.addAttribute("unit", unit);
    page.addAttribute("page", token);
    page.addAttribute("filledIn", filledIn);
    page.addAttribute("stamp", stamp.make(stamped(code, token)));
    page.addAttribute("failure", failure);
    return "answer";
  }

  /** What a stamp is bound to. */
  private static String stamped(String code, String token) {
    return "poll/" + code + "/" + token;
  }

  private static String cookie(HttpServletRequest request, String code, String token) {
    return ResponseCookie.from(COOKIE, token)
        .path(request.getContextPath() + "/answer/poll/" + code)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .maxAge(KEPT)
        .build()
        .toString();
  }

  private String newToken() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
