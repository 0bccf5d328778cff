package org.xiaohao.webapps.security;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks passwords that the engine keeps. */
final class EngineProvider implements AuthenticationProvider {

  /** What a roster allows; nothing else is worth asking the database for. */
  private static final Pattern LOGIN_NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  private final IdentityService identity;
  private final People people;

  EngineProvider(IdentityService identity, People people) {
    this.identity = identity;
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var id = attempt.getName().strip();
    if (!(attempt.getCredentials() instanceof String password)
        || !LOGIN_NAME.matcher(id).matches()
        || !identity.checkPassword(id, password)) {
      throw new BadCredentialsException("wrong name or password");
    }
    var proven =
        UsernamePasswordAuthenticationToken.authenticated(id, null, people.authorities(id));
    proven.setDetails(attempt.getDetails());
    return proven;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
