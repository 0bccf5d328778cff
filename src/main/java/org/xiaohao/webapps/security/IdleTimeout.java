package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of whoever has left. Open pages ask for news by themselves, which the server's
 * own timeout takes for somebody who is there; pages say which requests nobody caused.
 */
final class IdleTimeout extends OncePerRequestFilter {

  /** What a page sends along while nobody has touched it for a while. */
  static final String UNATTENDED = "X-Xiaohao-Unattended";

  private static final String LAST_ACT = IdleTimeout.class.getName();

  private final LongSupplier nanos;

  /**
   * @param nanos time that runs evenly; the clock of the campaign is moved by people
   */
  IdleTimeout(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null) {
      look(session, request.getHeader(UNATTENDED) == null);
    }
    chain.doFilter(request, response);
  }

  private void look(HttpSession session, boolean act) {
    try {
      var now = nanos.getAsLong();
      var last = (Long) session.getAttribute(LAST_ACT);
      if (last != null && now - last > allowed(session).toNanos()) {
        session.invalidate();
      } else if (last == null || act) {
        session.setAttribute(LAST_ACT, now);
      }
    } catch (IllegalStateException endedMeanwhile) {
      logger.debug("another request has ended the session", endedMeanwhile);
    }
  }

  private static Duration allowed(HttpSession session) {
    var seconds = session.getMaxInactiveInterval();
    return seconds > 0 ? Duration.ofSeconds(seconds) : Duration.ofDays(365);
  }
}
