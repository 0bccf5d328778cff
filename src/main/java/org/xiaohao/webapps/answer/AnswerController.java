package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
import org.xiaohao.consultation.FilledIn;
import org.xiaohao.consultation.RespondentService;
import org.xiaohao.consultation.RespondentService.Questionnaire;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.Quota;

/**
 * The page on which somebody from outside answers (R47, R59): no account, no cookie, no script, no
 * trace of who it was. Whoever has the link may answer once.
 */
@Controller
@RequestMapping("/answer")
@EnableConfigurationProperties(AnswerProperties.class)
class AnswerController {

  private final RespondentService respondents;
  private final FormStamp stamp;
  private final Turnstile turnstile;

  AnswerController(
      RespondentService respondents, FormStamp stamp, AnswerProperties settings, Clock clock) {
    this.respondents = respondents;
    this.stamp = stamp;
    this.turnstile =
        new Turnstile(
            new Quota(settings.perAddress(), settings.window(), settings.remembered(), clock),
            "answer.too-many");
  }

  @GetMapping("/{token}")
  String form(@PathVariable String token, Model page) {
    var questionnaire = respondents.questionnaire(token);
    var blank = Collections.nCopies(questionnaire.questions().size(), "");
    return show(page, questionnaire, token, new FilledIn("", blank), null);
  }

  /**
   * @param fields {@code affiliation}, {@code q0}, {@code q1} ... and what the page puts there
   *     itself
   */
  @PostMapping(path = "/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model page) {
    var stop = turnstile.stop(request, response);
    if (stop.isPresent()) {
      return stop.get();
    }
    var questionnaire = respondents.questionnaire(token);
    var sent = new Sent(fields);
    var filledIn = sent.filledIn(questionnaire.questions().size());
    if (!sent.isPersons(stamp, token)) {
      return again(page, questionnaire, token, filledIn, new Refusal("answer.again"));
    }
    try {
      respondents.answer(token, filledIn);
    } catch (Refusal refusal) {
      if ("consultation.token-used".equals(refusal.code())) {
        throw refusal;
      }
      return again(page, questionnaire, token, filledIn, refusal);
    }
    return new ModelAndView("redirect:/answer/thanks");
  }

  @GetMapping("/thanks")
  String thanks() {
    return "answer-thanks";
  }

  /** Unknown, used or too late: a page that says so and nothing else. */
  @ExceptionHandler
  ModelAndView closed(Refusal refusal) {
    return ClosedPage.of(refusal, "consultation.token-unknown");
  }

  /** The form once more, with all that was written. */
  private ModelAndView again(
      Model page, Questionnaire questionnaire, String token, FilledIn filledIn, Refusal refusal) {
    var view = show(page, questionnaire, token, filledIn, refusal.getMessage());
    return new ModelAndView(view, page.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private String show(
      Model page,
      Questionnaire questionnaire,
      String token,
      FilledIn filledIn,
      @Nullable String failure) {
    page.addAttribute("questionnaire", questionnaire);
    page.addAttribute("filledIn", filledIn);
    page.addAttribute("stamp", stamp.make(token));
    page.addAttribute("failure", failure);
    return "answer";
  }
}
