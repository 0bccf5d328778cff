package org.xiaohao.webapps.security;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ldap.core.support.BaseLdapPathContextSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.authentication.LdapAuthenticationProvider;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** The ways in that settings can choose between; see {@code docs/login.md}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginProperties.class)
class WaysIn {

  private static final String PROVIDER = "xiaohao.login.provider";

  @Bean
  @ConditionalOnProperty(name = PROVIDER, havingValue = "engine", matchIfMissing = true)
  WayIn engineWayIn(IdentityService identity, People people, LoginThrottle throttle) {
    return new PasswordWayIn(new ThrottledProvider(new EngineProvider(identity, people), throttle));
  }

  @Bean
  @ConditionalOnProperty(name = PROVIDER, havingValue = "ldap")
  WayIn ldapWayIn(
      BaseLdapPathContextSource directory,
      LoginProperties settings,
      People people,
      LoginThrottle throttle) {
    return new PasswordWayIn(
        new ThrottledProvider(directoryProvider(directory, settings, people), throttle));
  }

  /** Asks the directory to check a password; who somebody is, the roster says. */
  static AuthenticationProvider directoryProvider(
      BaseLdapPathContextSource directory, LoginProperties settings, People people) {
    var ldap = settings.ldap();
    var authenticator = new BindAuthenticator(directory);
    if (ldap.userDnPattern() != null) {
      authenticator.setUserDnPatterns(new String[] {ldap.userDnPattern()});
    } else {
      authenticator.setUserSearch(
          new FilterBasedLdapUserSearch(ldap.userSearchBase(), ldap.userSearchFilter(), directory));
    }
    authenticator.afterPropertiesSet();
    return new LdapAuthenticationProvider(authenticator, (entry, name) -> people.authorities(name));
  }

  @Bean
  @ConditionalOnProperty(name = PROVIDER, havingValue = "oidc")
  WayIn oidcWayIn(
      ClientRegistrationRepository registrations, LoginProperties settings, People people) {
    return new OidcWayIn(registrations, people, settings.oidc().userClaim());
  }
}
