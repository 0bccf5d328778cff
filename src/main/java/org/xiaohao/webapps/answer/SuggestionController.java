package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.rectification.OpenSuggestionService;
import org.xiaohao.shared.Refusal;

/**
 * The page on which everybody who has its address suggests something (R84): no account, no cookie,
 * no script. Unlike answers of a poll, a suggestion is an act on the problem list, and the trail
 * keeps the address that it came from; the page says so.
 */
@Controller
@RequestMapping("/answer/suggest/{code}")
class SuggestionController {

  private final OpenSuggestionService suggestions;
  private final FormStamp stamp;
  private final Turnstile turnstile;

  SuggestionController(
      OpenSuggestionService suggestions, FormStamp stamp, AnswerProperties settings, Clock clock) {
    this.suggestions = suggestions;
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
      HttpServletResponse response,
      Model page) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return show(page, code, unit, "", null);
  }

  /**
   * @param fields {@code unit}, {@code text} and what the page puts there itself
   */
  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView suggest(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model page) {
    var stop = turnstile.stop(request, response);
    if (stop.isPresent()) {
      return stop.get();
    }
    var sent = new Sent(fields);
    var unit = sent.text("unit");
    var text = sent.text("text");
    Refusal refusal;
    if (!sent.isPersons(stamp, stamped(code))) {
      refusal = new Refusal("answer.again");
    } else {
      try {
        suggestions.suggest(code, unit, text);
        return new ModelAndView("redirect:/answer/thanks");
      } catch (Refusal refused) {
        refusal = refused;
      }
    }
    var view = show(page, code, unit, text, refusal.getMessage());
    return new ModelAndView(view, page.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** Unknown or closed: a page that says so and nothing else. */
  @ExceptionHandler
  ModelAndView closed(Refusal refusal) {
    return ClosedPage.of(refusal, "rectification.page-unknown");
  }

  private String show(Model page, String code, String unit, String text, @Nullable String failure) {
    page.addAttribute("open", suggestions.page(code));
    page.addAttribute("unit", unit);
    page.addAttribute("text", text);
    page.addAttribute("stamp", stamp.make(stamped(code)));
    page.addAttribute("failure", failure);
    return "answer-suggest";
  }

  /** What a stamp is bound to. */
  private static String stamped(String code) {
    return "suggest/" + code;
  }
}
