package org.xiaohao.webapps.answer;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.shared.Refusal;

/** The page that says why there is no form, and nothing else. */
final class ClosedPage {

  private ClosedPage() {}

  /**
   * @param unknown code of the refusal that says that there never was such a form; any other than
   *     this one says that it is over
   */
  static ModelAndView of(Refusal refusal, String unknown) {
    if ("answer.elsewhere".equals(refusal.code())) {
      return of(refusal, HttpStatus.FORBIDDEN);
    }
    return of(refusal, unknown.equals(refusal.code()) ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
  }

  static ModelAndView of(Refusal refusal, HttpStatus status) {
    return new ModelAndView("answer-closed", Map.of("reason", refusal.getMessage()), status);
  }
}
