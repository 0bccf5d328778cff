package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xiaohao.campaign.Campaigns;

/** Where mails go is a matter of one setting. */
class NotificationConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withUserConfiguration(NotificationConfiguration.class)
          .withBean(Campaigns.class, () -> mock(Campaigns.class))
          .withBean(Clock.class, MovableClock::new)
          .withBean(Mails.class, NotificationConfigurationTest::mails);

  @Test
  void without_a_mail_server_they_go_into_a_folder() {
    application.run(
        context ->
            assertThat(context.getBean(Carrier.class))
                .isInstanceOfSatisfying(
                    FolderCarrier.class,
                    carrier -> assertThat(carrier.folder()).isEqualTo(Path.of("data/mail"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void a_mail_server_that_is_left_empty_is_none(String host) {
    application
        .withPropertyValues(
            "spring.mail.host=" + host, "xiaohao.notification.folder=somewhere/else")
        .run(
            context ->
                assertThat(context.getBean(Carrier.class))
                    .isInstanceOfSatisfying(
                        FolderCarrier.class,
                        carrier ->
                            assertThat(carrier.folder()).isEqualTo(Path.of("somewhere/else"))));
  }

  @Test
  void a_mail_server_gets_them_and_is_waited_for_ten_seconds_by_whatever_protocol() {
    application
        .withPropertyValues(
            "spring.mail.host=mail.example.org",
            "spring.mail.protocol=smtps",
            "spring.mail.properties.mail.smtps.timeout=3000")
        .run(
            context ->
                assertThat(context.getBean(Carrier.class))
                    .isInstanceOfSatisfying(
                        SmtpCarrier.class,
                        carrier -> {
                          assertThat(carrier.settings().getHost()).isEqualTo("mail.example.org");
                          assertThat(carrier.settings().getJavaMailProperties())
                              .containsEntry("mail.smtps.timeout", "3000")
                              .containsEntry("mail.smtps.connectiontimeout", "10000")
                              .containsEntry("mail.smtps.writetimeout", "10000")
                              .containsEntry("mail.smtp.timeout", "10000")
                              .containsEntry("mail.smtp.connectiontimeout", "10000")
                              .containsEntry("mail.smtp.writetimeout", "10000");
                        }));
  }

  private static Mails mails() {
    try {
      return OutboxFixture.mails();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
