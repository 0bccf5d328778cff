package org.xiaohao.webapps.answer;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.shared.Refusal;

/** What the pages for units and the office refuse, as a page. */
@ControllerAdvice(
    assignableTypes = {
      InvitationController.class,
      EntryController.class,
      FormsDeskController.class,
      PollDeskController.class,
      SuggestionDeskController.class
    })
class DeskProblems {

  @ExceptionHandler
  ModelAndView on(Refusal refusal) {
    var status = refusal.code().endsWith("unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
    var page = Map.of("reason", refusal.getMessage(), "back", "/", "whither", "error.home");
    return new ModelAndView("refused", page, status);
  }
}
