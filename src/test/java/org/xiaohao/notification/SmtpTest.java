package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xiaohao.shared.TestDatabases;

/** Against a real mail server, which comes and goes. */
class SmtpTest {

  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private OutboxFixture fixture;
  private Outbox outbox;
  private int port;

  @BeforeEach
  void start() throws Exception {
    server.start();
    port = server.getSmtp().getPort();
    fixture = new OutboxFixture(TestDatabases.h2());
    var settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(port);
    settings.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
    settings.getJavaMailProperties().put("mail.smtp.timeout", "2000");
    outbox = fixture.outbox(new SmtpCarrier(settings, fixture.mails, fixture.clock));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void delivers_in_order() throws Exception {
    fixture.post("a");
    fixture.post("b");

    assertThat(outbox.sendDue()).isEqualTo(2);

    var received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getSubject()).isEqualTo("提醒 a");
    assertThat(received[1].getSubject()).isEqualTo("提醒 b");
    assertThat(received[0].getAllRecipients()[0].toString()).contains("zhangsan@example.org");
    assertThat(GreenMailUtil.getBody(received[0])).isNotBlank();
    assertThat(received[0].getMessageID()).isNotEqualTo(received[1].getMessageID());
  }

  @Test
  void a_server_that_is_away_loses_nothing() throws Exception {
    server.stop();
    fixture.post("a");

    assertThat(outbox.sendDue()).isZero();
    assertThat(fixture.state("a")).isEqualTo("QUEUED");
    assertThat(fixture.row("a")).containsEntry("attempts", 0);
    assertThat((String) fixture.row("a").get("last_error")).containsIgnoringCase("connect");

    var back = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      assertThat(outbox.sendDue()).as("its pause is not over").isZero();
      fixture.clock.advance(Duration.ofMinutes(1));
      assertThat(outbox.sendDue()).isOne();
      assertThat(back.getReceivedMessages()).hasSize(1);
      assertThat(fixture.row("a").get("last_error")).isNull();
    } finally {
      back.stop();
    }
  }
}
