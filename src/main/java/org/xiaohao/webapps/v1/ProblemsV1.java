package org.xiaohao.webapps.v1;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.xiaohao.shared.Refusal;

/** What goes wrong, as problem details (RFC 9457) in the language of the reader. */
@RestControllerAdvice(basePackageClasses = ProblemsV1.class)
class ProblemsV1 {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(Refusal refusal) {
    var code = refusal.code();
    if (code.endsWith("unknown")) {
      return answer(HttpStatus.NOT_FOUND, refusal);
    }
    return answer(
        code.endsWith("office-only") ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST, refusal);
  }

  @ExceptionHandler({
    MissingServletRequestParameterException.class,
    MethodArgumentTypeMismatchException.class
  })
  ResponseEntity<ProblemDetail> unreadable(Exception request) {
    return answer(HttpStatus.BAD_REQUEST, new Refusal("api.parameter-wrong"));
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatus status, Refusal refusal) {
    var problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    problem.setProperty("code", refusal.code());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
