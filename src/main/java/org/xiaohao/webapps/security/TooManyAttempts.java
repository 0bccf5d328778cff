package org.xiaohao.webapps.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong attempts for that name or from that address; not even the right one is heard. */
final class TooManyAttempts extends AuthenticationException {

  private final long seconds;

  /**
   * @param wait until the next attempt is heard
   */
  TooManyAttempts(Duration wait) {
    super("too many attempts");
    seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
  }

  /** How long until the next attempt is heard; at least one. */
  long seconds() {
    return seconds;
  }

  /** The same for people: begun minutes count. */
  long minutes() {
    return (seconds + 59) / 60;
  }
}
