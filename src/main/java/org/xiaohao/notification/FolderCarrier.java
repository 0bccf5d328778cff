package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where no mail server is set: each mail is a file {@code <day>-<id>-<person>.eml}, which any mail
 * program opens.
 */
record FolderCarrier(Path folder) implements Carrier, Carrier.Run {

  @Override
  public Run open() throws IOException {
    Files.createDirectories(folder);
    return this;
  }

  /** Under another name first, so that nobody reads half a mail. */
  @Override
  public void carry(OutboxRow row, MimeMessage mail) throws MessagingException, IOException {
    var name =
        "%s-%08d-%s.eml"
            .formatted(
                row.createdAt().toString().substring(0, 10),
                row.id(),
                row.personId().replaceAll("[^A-Za-z0-9._@-]", "_"));
    var half = folder.resolve(name + ".part");
    try (var out = Files.newOutputStream(half)) {
      mail.writeTo(out);
    }
    Files.move(
        half,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    // every file is closed already
  }
}
