package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.Quota;
import org.xiaohao.webapps.security.SentFrom;

/**
 * What everybody passes who sends something in without an account: only from the page itself, and
 * not too often from one network.
 *
 * @param tooMany code of the sentence that asks to come back later
 */
record Turnstile(Quota quota, String tooMany) {

  /** For a page that is open to everybody; each such page counts by itself. */
  static Turnstile forEverybody(AnswerProperties settings, Clock clock) {
    return new Turnstile(
        new Quota(settings.pollPerAddress(), settings.pollWindow(), settings.remembered(), clock),
        "answer.poll-too-many");
  }

  /**
   * Counts one who wants to pass.
   *
   * @return the page that says to come back later; empty for who may pass
   * @throws Refusal {@code answer.elsewhere} if another site sent it
   */
  Optional<ModelAndView> stop(HttpServletRequest request, HttpServletResponse response) {
    if (SentFrom.elsewhere(request)) {
      throw new Refusal("answer.elsewhere");
    }
    var network = Quota.network(request.getRemoteAddr());
    if (quota.take(network)) {
      return Optional.empty();
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(quota.wait(network).toSeconds()));
    return Optional.of(ClosedPage.of(new Refusal(tooMany), HttpStatus.TOO_MANY_REQUESTS));
  }
}
