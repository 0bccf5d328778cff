package org.xiaohao.webapps.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** By a form with name and password. */
final class PasswordWayIn implements WayIn {

  private final AuthenticationProvider passwords;

  PasswordWayIn(AuthenticationProvider passwords) {
    this.passwords = passwords;
  }

  @Override
  public void open(HttpSecurity http) throws Exception {
    AuthenticationFailureHandler again =
        (request, response, failure) ->
            response.sendRedirect(request.getContextPath() + FrontDoor.LOGIN + why(failure));
    http.authenticationProvider(passwords)
        .formLogin(form -> form.loginPage(FrontDoor.LOGIN).failureHandler(again));
  }

  private static String why(AuthenticationException failure) {
    if (failure instanceof TooManyAttempts) {
      return "?wait";
    }
    return failure instanceof DisabledException ? "?left" : "?wrong";
  }

  @Override
  public boolean byPassword() {
    return true;
  }

  @Override
  public List<Link> links() {
    return List.of();
  }
}
