package org.xiaohao.webapps.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who came in, who was refused, who left. What was typed is never written as it came. */
@Component
class LoginLog {

  private static final Logger LOG = LoggerFactory.getLogger(LoginLog.class);

  @EventListener
  void on(InteractiveAuthenticationSuccessEvent came) {
    LOG.info("login of {} from {}", name(came.getAuthentication()), from(came.getAuthentication()));
  }

  @EventListener
  void on(AbstractAuthenticationFailureEvent refused) {
    LOG.warn(
        "login of {} from {} refused: {}",
        name(refused.getAuthentication()),
        from(refused.getAuthentication()),
        refused.getException().getClass().getSimpleName());
  }

  @EventListener
  void on(LogoutSuccessEvent left) {
    LOG.info("logout of {}", name(left.getAuthentication()));
  }

  private static String name(Authentication who) {
    var name = who.getName();
    var plain = name.replaceAll("[^A-Za-z0-9._@-]", "?");
    return plain.substring(0, Math.min(64, plain.length()));
  }

  private static String from(Authentication who) {
    return who.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "?";
  }
}
