package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ldap.LdapAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Another login takes the place of ours by settings alone, and roles stay those of the roster. */
class WaysInTest {

  private final IdentityService identity = mock();
  private final People people = mock();

  private final ApplicationContextRunner house =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  LdapAutoConfiguration.class, OAuth2ClientAutoConfiguration.class))
          .withBean(IdentityService.class, () -> identity)
          .withBean(People.class, () -> people)
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(WaysIn.class, LoginThrottle.class);

  @Test
  void the_engine_knows_the_passwords_unless_settings_say_otherwise() {
    house.run(
        context -> {
          assertThat(context).hasSingleBean(WayIn.class).hasBean("engineWayIn");
          assertThat(context.getBean(WayIn.class).byPassword()).isTrue();
        });
  }

  @Test
  void a_directory_takes_its_place() {
    house
        .withPropertyValues(
            "xiaohao.login.provider=ldap",
            "spring.ldap.urls=ldap://directory.example.org",
            "spring.ldap.base=dc=example,dc=org",
            "xiaohao.login.ldap.user-search-filter=(sAMAccountName={0})")
        .run(
            context -> {
              assertThat(context).hasSingleBean(WayIn.class).hasBean("ldapWayIn");
              assertThat(context.getBean(WayIn.class).byPassword()).isTrue();
            });
  }

  @Test
  void another_login_takes_its_place() {
    var other = "spring.security.oauth2.client.";
    house
        .withPropertyValues(
            "xiaohao.login.provider=oidc",
            other + "registration.office.client-id=xiaohao",
            other + "registration.office.client-secret=secret",
            other + "registration.office.client-name=政务统一认证",
            other + "registration.office.authorization-grant-type=authorization_code",
            other + "registration.office.redirect-uri={baseUrl}/login/oauth2/code/office",
            other + "registration.office.scope=openid",
            other + "provider.office.authorization-uri=https://id.example.org/authorize",
            other + "provider.office.token-uri=https://id.example.org/token",
            other + "provider.office.jwk-set-uri=https://id.example.org/keys")
        .run(
            context -> {
              assertThat(context).hasSingleBean(WayIn.class).hasBean("oidcWayIn");
              var wayIn = context.getBean(WayIn.class);
              assertThat(wayIn.byPassword()).isFalse();
              assertThat(wayIn.links())
                  .containsExactly(new WayIn.Link("/oauth2/authorization/office", "政务统一认证"));
            });
  }

  @Test
  void whom_another_login_vouches_for_has_the_roles_of_the_roster() {
    when(people.find("hanwei")).thenReturn(Optional.of(mock(User.class)));
    when(people.authorities("hanwei"))
        .thenReturn(List.of(new SimpleGrantedAuthority("changzhi-2017.head.library")));
    var known = vouching("hanwei").known(mock(OidcUserRequest.class));
    assertThat(known.getName()).isEqualTo("hanwei");
    assertThat(known.getAuthorities())
        .extracting("authority")
        .containsExactly("changzhi-2017.head.library");
  }

  @Test
  void whom_the_roster_does_not_know_stays_outside() {
    when(people.find(any())).thenReturn(Optional.empty());
    assertThatThrownBy(() -> vouching("stranger").known(mock(OidcUserRequest.class)))
        .isInstanceOf(OAuth2AuthenticationException.class);
    when(people.find("left")).thenReturn(Optional.of(mock(User.class)));
    when(people.authorities("left")).thenThrow(new DisabledException("no role"));
    assertThatThrownBy(() -> vouching("left").known(mock(OidcUserRequest.class)))
        .isInstanceOf(OAuth2AuthenticationException.class);
  }

  private OidcWayIn vouching(String name) {
    var token =
        new OidcIdToken(
            "token",
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(60),
            Map.of("sub", "4711", "preferred_username", name));
    OAuth2UserService<OidcUserRequest, OidcUser> other =
        request -> new DefaultOidcUser(List.of(), token, "preferred_username");
    return new OidcWayIn(
        mock(ClientRegistrationRepository.class), other, people, "preferred_username");
  }
}
