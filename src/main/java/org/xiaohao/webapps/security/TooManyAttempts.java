package org.xiaohao.webapps.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong attempts for that name or from that address; not even the right one is heard. */
final class TooManyAttempts extends AuthenticationException {

  TooManyAttempts() {
    super("too many attempts");
  }
}
