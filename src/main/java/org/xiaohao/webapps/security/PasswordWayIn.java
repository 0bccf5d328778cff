package org.xiaohao.webapps.security;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

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
        .formLogin(form -> form.loginPage(FrontDoor.LOGIN).failureHandler(again))
        // For other programs. Browsers are never asked for it.
        .httpBasic(
            basic ->
                basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
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
