package org.xiaohao.webapps.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** A check of passwords that cannot be asked without end. */
final class ThrottledProvider implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(ThrottledProvider.class);

  private final AuthenticationProvider passwords;
  private final LoginThrottle throttle;

  ThrottledProvider(AuthenticationProvider passwords, LoginThrottle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication attempt) {
    var account = attempt.getName();
    var address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    throttle.begin(account, address);
    var proven = check(attempt, account, address);
    if (proven != null) {
      throttle.succeeded(account, address);
    }
    return proven;
  }

  /** A directory that is away locks nobody out. */
  private @Nullable Authentication check(Authentication attempt, String account, String address) {
    try {
      return passwords.authenticate(attempt);
    } catch (AuthenticationServiceException away) {
      throttle.unanswered(account, address);
      LOG.warn(
          "no answer whether a password is right: {}",
          NestedExceptionUtils.getMostSpecificCause(away).toString());
      throw away;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }
}
