package org.xiaohao.webapps.api;

import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.xiaohao.shared.Refusal;

/** What goes wrong, as problem details (RFC 9457) whose {@code detail} is made for the person. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final Set<String> FORBIDDEN =
      Set.of(
          "webapps.office-only",
          "webapps.board-office-only",
          "webapps.clock-office-only",
          "webapps.item-not-yours",
          "webapps.campaign-not-yours",
          "webapps.unit-not-yours",
          "appraisal.office-only",
          "appraisal.score-not-yours",
          "roster.deputy-not-yours",
          "webapps.calendar-not-yours",
          "rectification.office-only",
          "rectification.unit-only",
          "rectification.owner-only",
          "rectification.own-proposal",
          "rectification.own-extension",
          "supervision.oversight-only",
          "supervision.office-only",
          "supervision.urge-not-yours",
          "supervision.slip-not-yours",
          "consultation.not-yours",
          "submission.not-yours",
          "submission.own-review",
          "submission.own-extension",
          "submission.office-only",
          "study.office-only",
          "meeting.office-only",
          "consultation.office-only",
          "benchmark.office-only");

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(Refusal refusal) {
    return answer(status(refusal.code()), refusal);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(MaxUploadSizeExceededException tooBig) {
    return answer(HttpStatus.PAYLOAD_TOO_LARGE, new Refusal("webapps.upload-too-big"));
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MissingServletRequestParameterException.class,
    MissingServletRequestPartException.class,
    MethodArgumentTypeMismatchException.class
  })
  ResponseEntity<ProblemDetail> unreadable(Exception request) {
    LOG.debug("request refused", request);
    return answer(HttpStatus.BAD_REQUEST, new Refusal("webapps.request-unreadable"));
  }

  /** Two who do the same at the same time: one did it, the other is told. */
  @ExceptionHandler({
    OptimisticLockingException.class,
    ConcurrencyFailureException.class,
    DuplicateKeyException.class,
    MismatchingMessageCorrelationException.class
  })
  ResponseEntity<ProblemDetail> meanwhile(Exception conflict) {
    LOG.debug("somebody else was faster", conflict);
    return answer(HttpStatus.CONFLICT, new Refusal("webapps.changed-meanwhile"));
  }

  private static HttpStatus status(String code) {
    if (code.endsWith("unknown")) {
      return HttpStatus.NOT_FOUND;
    }
    if (FORBIDDEN.contains(code)) {
      return HttpStatus.FORBIDDEN;
    }
    return code.endsWith("-missing") ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatus status, Refusal refusal) {
    var problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    problem.setProperty("code", refusal.code());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
