package org.xiaohao.webapps.phone;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.shared.Refusal;

/** What the pages for phones refuse, as a page. */
@ControllerAdvice(basePackageClasses = PhoneProblems.class)
class PhoneProblems {

  @ExceptionHandler
  ModelAndView on(Refusal refusal) {
    var code = refusal.code();
    var status =
        code.endsWith("unknown")
            ? HttpStatus.NOT_FOUND
            : code.endsWith("not-yours") ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    return page(refusal, status);
  }

  @ExceptionHandler
  ModelAndView on(MaxUploadSizeExceededException tooBig) {
    return page(new Refusal("webapps.upload-too-big"), HttpStatus.PAYLOAD_TOO_LARGE);
  }

  private static ModelAndView page(Refusal refusal, HttpStatus status) {
    var page = Map.of("reason", refusal.getMessage(), "back", "/m", "whither", "phone.back");
    return new ModelAndView("refused", page, status);
  }
}
