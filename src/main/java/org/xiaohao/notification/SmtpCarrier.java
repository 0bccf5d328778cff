package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xiaohao.notification.Undelivered.Failure;

/**
 * To the mail server that {@code spring.mail.*} sets, by {@code smtp} or {@code smtps}: one
 * connection per batch. Whatever the settings leave open, it waits for no server for ever.
 */
record SmtpCarrier(JavaMailSenderImpl settings, Mails mails, Clock clock) implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

  /** The library has its own set of properties for each of them. */
  private static final List<String> PROTOCOLS = List.of("smtp", "smtps");

  /**
   * For a connection, an answer, and a piece of a mail to be taken: without it, the library waits.
   */
  private static final String LIMIT_MILLIS = "10000";

  SmtpCarrier {
    var properties = settings.getJavaMailProperties();
    for (var protocol : PROTOCOLS) {
      properties.putIfAbsent("mail." + protocol + ".socketFactory", new PromptSockets());
      for (var limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
        properties.putIfAbsent("mail." + protocol + "." + limit, LIMIT_MILLIS);
      }
    }
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Run open() throws Undelivered {
    var connection = new Connection();
    connection.connect();
    return connection;
  }

  private final class Connection implements Run {

    private final Transport transport;
    private int carried;

    Connection() throws Undelivered {
      try {
        var protocol = settings.getProtocol() == null ? "smtp" : settings.getProtocol();
        transport = settings.getSession().getTransport(protocol);
      } catch (MessagingException misconfigured) {
        throw new Undelivered(Failure.CONNECTION, misconfigured);
      }
    }

    void connect() throws Undelivered {
      carried = 0;
      try {
        transport.connect(
            settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
      } catch (MessagingException unreachable) {
        throw new Undelivered(Failure.CONNECTION, unreachable);
      }
    }

    @Override
    public void carry(OutboxRow row, Runnable last) throws Undelivered {
      var mail = mails.mail(row, clock.instant());
      mail.beforeItsEnd(last);
      try {
        hand(mail);
      } catch (Undelivered failure) {
        if (failure.failure() != Failure.CONNECTION || carried == 0 || timedOut(failure)) {
          throw failure;
        }
        // Some servers take a number of mails per connection, and then hang up: once more.
        close();
        connect();
        hand(mail);
      }
      carried++;
    }

    private void hand(Mail mail) throws Undelivered {
      try {
        transport.sendMessage(mail, mail.getAllRecipients());
      } catch (MessagingException | IllegalStateException refused) {
        throw SmtpFailures.of(refused);
      }
    }

    /** It may have taken the mail after all, and will not be quicker the next time. */
    private static boolean timedOut(Throwable failure) {
      for (var cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof SocketTimeoutException) {
          return true;
        }
      }
      return false;
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
