package org.xiaohao.webapps;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Where people work for real no account starts with a password that can be guessed or read
 * somewhere: the application does not start. The engine's own default would be the login name.
 */
@Component
@Profile("!sample & !test & !replay")
class PasswordGuard {

  private static final int SHORTEST = 8;

  private static final Set<String> KNOWN =
      Set.of("xiaohao", "password", "administrator", "12345678", "88888888", "changeme", "camunda");

  PasswordGuard(
      CamundaBpmProperties engine,
      @Value("${xiaohao.identity.initial-password:#{null}}") @Nullable String initial) {
    var admin = engine.getAdminUser();
    if (admin != null && admin.getId() != null && isWeak(admin.getPassword(), admin.getId())) {
      throw refused("camunda.bpm.admin-user.password");
    }
    if (initial != null && isWeak(initial, "")) {
      throw refused("xiaohao.identity.initial-password");
    }
  }

  private static boolean isWeak(@Nullable String password, String login) {
    return password == null
        || password.length() < SHORTEST
        || password.equalsIgnoreCase(login)
        || KNOWN.contains(password.toLowerCase(Locale.ROOT));
  }

  private static IllegalStateException refused(String setting) {
    return new IllegalStateException(setting + "：口令少于 " + SHORTEST + " 个字符，或者是人人都知道的口令。请另设一个再启动。");
  }
}
