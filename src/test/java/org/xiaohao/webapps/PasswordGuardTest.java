package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class PasswordGuardTest {

  private final ApplicationContextRunner production =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class)
          .withPropertyValues("spring.profiles.active=production");

  @ParameterizedTest
  @ValueSource(strings = {"", "xiaohao", "chief-admin", "short", "88888888"})
  void an_administrator_whose_password_can_be_guessed_keeps_it_from_starting(String password) {
    production
        .withPropertyValues(
            "camunda.bpm.admin-user.id=chief-admin", "camunda.bpm.admin-user.password=" + password)
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void without_any_password_the_engine_would_take_the_login_name() {
    production
        .withPropertyValues("camunda.bpm.admin-user.id=chief-admin")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void so_does_a_known_password_for_everybody() {
    production
        .withPropertyValues("xiaohao.identity.initial-password=xiaohao")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void passwords_of_ones_own_are_fine_and_none_are_needed_for_people() {
    production
        .withPropertyValues(
            "camunda.bpm.admin-user.id=chief-admin",
            "camunda.bpm.admin-user.password=a-long-one-of-ours")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Configuration
  @EnableConfigurationProperties(CamundaBpmProperties.class)
  @Import(PasswordGuard.class)
  static class Settings {}
}
