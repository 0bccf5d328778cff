package org.xiaohao.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Ellipsis;

/** What may stand in the head of a mail. Whatever comes in, no second header line comes out. */
final class MailText {

  /** Characters of a subject; what goes on belongs into the body. */
  static final int LONGEST_LINE = 200;

  private static final int LONGEST_ADDRESS = 254;

  private MailText() {}

  /** One line without control characters, cut where it is too long. */
  static String line(String text) {
    var line = text.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    return Ellipsis.cut(line, LONGEST_LINE);
  }

  /** Without the one character that PostgreSQL keeps in no text. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /**
   * The address as servers understand it, domains outside ASCII in their ASCII form.
   *
   * @return empty where there is none, or none to which a mail can be sent
   */
  static Optional<String> address(@Nullable String mail) {
    if (mail == null) {
      return Optional.empty();
    }
    var at = mail.lastIndexOf('@');
    try {
      var ascii = mail.substring(0, at + 1).strip() + IDN.toASCII(mail.substring(at + 1).strip());
      var address = new InternetAddress(ascii, true);
      address.validate();
      var plain = address.getAddress().equals(ascii) && ascii.chars().allMatch(MailText::isPlain);
      return at > 0 && plain && ascii.length() <= LONGEST_ADDRESS
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (AddressException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(int character) {
    return character > ' ' && character < 127;
  }
}
