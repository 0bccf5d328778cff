package org.xiaohao.notification;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes mails out of notices. */
@Component
class Mails {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final InternetAddress from;

  /** Not the connection's: a mail looks the same wherever it goes. */
  private final Session session = Session.getInstance(new Properties());

  Mails(NotificationProperties settings) throws MessagingException, UnsupportedEncodingException {
    from = new InternetAddress(settings.from(), true);
    from.setPersonal(from.getPersonal(), UTF_8);
  }

  /**
   * The mail that says a notice; the same notice gives the same Message-ID, so that a mail program
   * can drop the second one.
   *
   * @param now date of the mail
   */
  MimeMessage mail(OutboxRow row, Instant now) throws MessagingException {
    var host = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    var name = UUID.nameUUIDFromBytes(row.key().getBytes(StandardCharsets.UTF_8));
    var mail = new Identified(session, "<" + name + "@" + host + ">");
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, recipient(row));
    mail.setSubject(MailText.line(row.subject()), UTF_8);
    mail.setSentDate(Date.from(now));
    // No robot is to answer it.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(row.body(), UTF_8);
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress recipient(OutboxRow row) throws MessagingException {
    var to = new InternetAddress(row.address(), true);
    try {
      to.setPersonal(MailText.line(row.personName()), UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return to;
  }

  /** Keeps its Message-ID where the library would invent one. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
