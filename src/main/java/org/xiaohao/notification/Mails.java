package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;
import org.xiaohao.notification.Undelivered.Failure;

/** Makes mails out of notices: plain text and HTML side by side, with an entry for the calendar. */
@Component
class Mails {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  // Else the library looks through every jar for it, a dozen times for each mail.
  static {
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final InternetAddress from;
  private final Letters letters;
  private final ObjectMapper json;

  /** Not the connection's: a mail looks the same wherever it goes. */
  private final Session session = Session.getInstance(new Properties());

  Mails(NotificationProperties settings, Letters letters, ObjectMapper json)
      throws MessagingException, UnsupportedEncodingException {
    from = new InternetAddress(settings.from(), true);
    from.setPersonal(from.getPersonal(), UTF_8);
    this.letters = letters;
    this.json = json;
  }

  /**
   * The mail that says a notice; the same notice gives the same Message-ID, so that a mail program
   * can drop the second one.
   *
   * @param now date of the mail
   */
  Mail mail(OutboxRow row, Instant now) throws Undelivered {
    try {
      return write(row, now);
    } catch (MessagingException | JsonProcessingException impossible) {
      throw new Undelivered(Failure.UNREADABLE, impossible);
    }
  }

  private Mail write(OutboxRow row, Instant now)
      throws MessagingException, JsonProcessingException, Undelivered {
    var host = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    var name = UUID.nameUUIDFromBytes(row.key().getBytes(StandardCharsets.UTF_8));
    var mail = new Mail(session, "<" + name + "@" + host + ">");
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, recipient(row));
    mail.setSubject(MailText.line(row.subject()), UTF_8);
    mail.setSentDate(Date.from(now));
    // No robot is to answer it.
    mail.setHeader("Auto-Submitted", "auto-generated");
    var versions = new MimeMultipart("alternative");
    versions.addBodyPart(part(row.body(), "plain"));
    versions.addBodyPart(part(letters.html(row), "html"));
    if (row.calendar() == null) {
      mail.setContent(versions);
    } else {
      mail.setContent(withCalendar(versions, row, now));
    }
    mail.saveChanges();
    return mail;
  }

  /**
   * As a version of the mail, which Outlook answers to, and as a file, which everything else opens.
   */
  private MimeMultipart withCalendar(MimeMultipart versions, OutboxRow row, Instant now)
      throws MessagingException, JsonProcessingException {
    var appointment = json.readValue(row.calendar(), Appointment.class);
    var text =
        ICalendars.invitation(
            appointment, from.getAddress(), String.valueOf(row.address()), row.personName(), now);
    var type = "text/calendar; charset=UTF-8; method=" + ICalendars.method(appointment);
    var all = new MimeMultipart("mixed");
    if (appointment.kind() != Appointment.Kind.NOTED) {
      versions.addBodyPart(calendar(text, type));
    }
    var both = new MimeBodyPart();
    both.setContent(versions);
    all.addBodyPart(both);
    var file = calendar(text, type);
    file.setDisposition(Part.ATTACHMENT);
    file.setFileName("invite.ics");
    all.addBodyPart(file);
    return all;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static MimeBodyPart calendar(String text, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, "calendar");
    part.setHeader("Content-Type", type);
    return part;
  }

  private static InternetAddress recipient(OutboxRow row) throws Undelivered {
    try {
      var to = new InternetAddress(row.address(), true);
      to.setPersonal(MailText.line(row.personName()), UTF_8);
      return to;
    } catch (MessagingException | UnsupportedEncodingException unusable) {
      throw new Undelivered(Failure.BAD_ADDRESS, unusable);
    }
  }
}
