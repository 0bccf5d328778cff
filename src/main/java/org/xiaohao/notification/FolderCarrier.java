package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.xiaohao.notification.Undelivered.Failure;

/**
 * Where no mail server is set: each mail is a file {@code <day>-<id>-<person>.eml}, which any mail
 * program opens.
 */
record FolderCarrier(Path folder, Mails mails, Clock clock) implements Carrier, Carrier.Run {

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Run open() throws Undelivered {
    try {
      Files.createDirectories(folder);
      return this;
    } catch (IOException unwritable) {
      throw new Undelivered(Failure.CONNECTION, unwritable);
    }
  }

  @Override
  public void carry(OutboxRow row, Runnable last) throws Undelivered {
    var mail = mails.mail(row, clock.instant());
    var name =
        "%s-%08d-%s.eml"
            .formatted(
                row.createdAt().toString().substring(0, 10),
                row.id(),
                row.personId().replaceAll("[^A-Za-z0-9._@-]", "_"));
    last.run();
    write(mail, name);
  }

  /** Under another name first, so that nobody reads half a mail. */
  private void write(MimeMessage mail, String name) throws Undelivered {
    var half = folder.resolve(name + ".part");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(half))) {
        mail.writeTo(out);
      }
      Files.move(
          half,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | MessagingException unwritable) {
      throw new Undelivered(Failure.CONNECTION, unwritable);
    }
  }

  @Override
  public void close() {
    // every file is closed already
  }
}
