package org.xiaohao.webapps.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** By a form with name and password. */
final class PasswordWayIn implements WayIn {

  private final AuthenticationProvider passwords;

  PasswordWayIn(AuthenticationProvider passwords) {
    this.passwords = passwords;
  }

  @Override
  public void open(HttpSecurity http) throws Exception {
    http.authenticationProvider(passwords)
        .formLogin(
            form ->
                form.loginPage(FrontDoor.LOGIN)
                    .successHandler(Expired.success())
                    .failureHandler(Expired.failure()))
        // For other programs. Browsers are never asked for it.
        .httpBasic(basic -> basic.authenticationEntryPoint(FrontDoor::whoAsks));
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
