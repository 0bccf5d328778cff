package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ldap.LdapAutoConfiguration;
import org.springframework.boot.autoconfigure.ldap.LdapProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ldap.core.support.BaseLdapPathContextSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A directory checks the passwords, over a connection; the roles are those of the roster. */
class LdapTest {

  private static final String HANWEI = "uid=hanwei,ou=staff,dc=example,dc=org";
  private static final String SERVICE = "cn=xiaohao,ou=services,dc=example,dc=org";

  private final People people = mock();
  private TestDirectory directory;

  @BeforeEach
  void aDirectoryWithTwoPeople() throws IOException {
    directory =
        TestDirectory.start()
            .with(SERVICE, "", "of the service")
            .with(HANWEI, "hanwei", "right")
            .with("uid=left,ou=staff,dc=example,dc=org", "left", "right");
    when(people.authorities("hanwei"))
        .thenReturn(List.of(new SimpleGrantedAuthority("changzhi-2017.head.library")));
    when(people.authorities("left")).thenThrow(new DisabledException("no role"));
    when(people.authorities("HANWEI")).thenThrow(new DisabledException("no role"));
  }

  @AfterEach
  void stop() throws IOException {
    directory.close();
  }

  /** The settings of {@code docs/login.md}, and those given. */
  private void asked(Consumer<AuthenticationProvider> by, String... settings) {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(LdapAutoConfiguration.class))
        .withBean(IdentityService.class, () -> mock())
        .withBean(People.class, () -> people)
        .withBean(Clock.class, Clock::systemUTC)
        .withUserConfiguration(WaysIn.class, LoginThrottle.class)
        .withPropertyValues(
            Stream.concat(
                    Stream.of(
                        "xiaohao.login.provider=ldap",
                        "spring.ldap.urls=" + directory.address(),
                        "spring.ldap.base=dc=example,dc=org",
                        "spring.ldap.username=" + SERVICE,
                        "spring.ldap.password=of the service"),
                    Stream.of(settings))
                .toArray(String[]::new))
        .run(
            context ->
                by.accept(
                    new ThrottledProvider(
                        WaysIn.directoryProvider(
                            context.getBean(BaseLdapPathContextSource.class),
                            context.getBean(LoginProperties.class),
                            people),
                        context.getBean(LoginThrottle.class))));
  }

  private static Authentication attempt(String name, String password) {
    return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
  }

  @Test
  void whom_the_directory_finds_and_believes_has_the_roles_of_the_roster() {
    asked(
        passwords -> {
          var person = passwords.authenticate(attempt("hanwei", "right"));
          assertThat(person.isAuthenticated()).isTrue();
          assertThat(person.getName()).isEqualTo("hanwei");
          assertThat(person.getAuthorities())
              .extracting("authority")
              .containsExactly("changzhi-2017.head.library");
          assertThat(directory.asked())
              .startsWith(
                  "bind " + SERVICE,
                  "search ou=staff,dc=example,dc=org (uid=hanwei)",
                  "bind " + HANWEI);
        },
        "xiaohao.login.ldap.user-search-base=ou=staff");
  }

  @Test
  void a_name_can_be_part_of_the_address() {
    asked(
        passwords -> {
          assertThat(passwords.authenticate(attempt("hanwei", "right")).getName())
              .isEqualTo("hanwei");
          assertThat(directory.asked()).startsWith("bind " + HANWEI);
        },
        "xiaohao.login.ldap.user-dn-pattern=uid={0},ou=staff");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_told_alike() {
    asked(
        passwords -> {
          refused(passwords, "hanwei", "wrong");
          refused(passwords, "nobody", "right");
        });
  }

  /** To the directory a name without a password is nobody in particular, and welcome. */
  @Test
  void no_password_is_not_even_asked_about() {
    for (var settings :
        new String[] {"user-search-base=ou=staff", "user-dn-pattern=uid={0},ou=staff"}) {
      asked(passwords -> refused(passwords, "hanwei", ""), "xiaohao.login.ldap." + settings);
    }
    assertThat(directory.asked()).doesNotContain("bind " + HANWEI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "han*", "hanwei)(uid=*", "*)(|(uid=*", "x\\2a"})
  void a_name_is_no_question(String name) {
    asked(passwords -> refused(passwords, name, "right"));
    assertThat(directory.asked()).contains("search dc=example,dc=org (uid=" + name + ")");
  }

  @Test
  void a_name_is_no_address() {
    asked(
        passwords -> refused(passwords, "hanwei,ou=staff", "right"),
        "xiaohao.login.ldap.user-dn-pattern=uid={0},dc=x");
    assertThat(directory.asked())
        .containsExactly("bind uid=hanwei\\,ou\\=staff,dc=x,dc=example,dc=org");
  }

  @Test
  void whom_the_roster_does_not_know_by_that_name_stays_outside() {
    asked(
        passwords -> {
          for (var name : new String[] {"left", "HANWEI"}) {
            assertThatThrownBy(() -> passwords.authenticate(attempt(name, "right")))
                .isInstanceOf(DisabledException.class);
          }
        });
  }

  @Test
  void a_directory_that_is_away_locks_nobody_out() throws IOException {
    directory.close();
    asked(
        passwords -> {
          for (var attempt = 0; attempt < 8; attempt++) {
            assertThatThrownBy(() -> passwords.authenticate(attempt("hanwei", "right")))
                .isInstanceOf(AuthenticationServiceException.class);
          }
        });
  }

  @Test
  void whoever_comes_meanwhile_is_told_so() throws Exception {
    var away = new InternalAuthenticationServiceException("away");
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    try {
      var program = new MockHttpServletResponse();
      FrontDoor.whoAsks(new MockHttpServletRequest("GET", "/api/v1/campaigns"), program, away);
      assertThat(program.getStatus()).isEqualTo(503);
      assertThat(program.getContentAsString()).contains("暂时无法核对您的身份");
      var person = new MockHttpServletResponse();
      var form = new MockHttpServletRequest("POST", "/login");
      Expired.failure().onAuthenticationFailure(form, person, away);
      assertThat(person.getRedirectedUrl()).isEqualTo("/login?away");
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Test
  void a_directory_that_does_not_answer_is_not_waited_for() {
    directory.fallsSilent();
    asked(
        passwords ->
            assertThatThrownBy(() -> passwords.authenticate(attempt("hanwei", "right")))
                .isInstanceOf(AuthenticationServiceException.class),
        "spring.ldap.base-environment.[com.sun.jndi.ldap.connect.timeout]=200",
        "spring.ldap.base-environment.[com.sun.jndi.ldap.read.timeout]=200");
  }

  @Test
  void nobody_waits_for_ever_unless_settings_say_so() {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(LdapAutoConfiguration.class))
        .run(
            context ->
                assertThat(context.getBean(LdapProperties.class).getBaseEnvironment())
                    .containsKeys(
                        "com.sun.jndi.ldap.connect.timeout", "com.sun.jndi.ldap.read.timeout"));
  }

  private static void refused(AuthenticationProvider passwords, String name, String password) {
    assertThatThrownBy(() -> passwords.authenticate(attempt(name, password)))
        .isInstanceOf(BadCredentialsException.class);
  }
}
