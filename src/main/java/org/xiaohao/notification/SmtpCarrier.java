package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** To the mail server that {@code spring.mail.*} sets: one connection per batch. */
record SmtpCarrier(JavaMailSenderImpl settings) implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

  @Override
  public Run open() throws MessagingException {
    var protocol = settings.getProtocol() == null ? "smtp" : settings.getProtocol();
    var run = new Connection(settings.getSession().getTransport(protocol), settings);
    run.connect();
    return run;
  }

  private record Connection(Transport transport, JavaMailSenderImpl settings) implements Run {

    void connect() throws MessagingException {
      transport.connect(
          settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
    }

    /** Connects anew where the server has closed in the middle of a batch. */
    @Override
    public void carry(OutboxRow row, MimeMessage mail) throws MessagingException {
      if (!transport.isConnected()) {
        connect();
      }
      transport.sendMessage(mail, mail.getAllRecipients());
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException gone) {
        LOG.debug("mail server left without a word", gone);
      }
    }
  }
}
