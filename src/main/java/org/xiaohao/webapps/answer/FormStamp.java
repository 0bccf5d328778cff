package org.xiaohao.webapps.answer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Says when a form was handed out, so that what comes back at once is known to be no person's work.
 * Nothing is stored for it, and it names nobody; it is bound to the one page that it was made for.
 */
@Component
class FormStamp {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Duration LONGEST = Duration.ofDays(1);

  private final SecretKeySpec key;
  private final Duration shortest;
  private final Clock clock;

  FormStamp(AnswerProperties settings, Clock clock) {
    this.key = new SecretKeySpec(key(settings), ALGORITHM);
    this.shortest = settings.shortest();
    this.clock = clock;
  }

  private static byte[] key(AnswerProperties settings) {
    if (settings.secret() != null) {
      return settings.secret().getBytes(StandardCharsets.UTF_8);
    }
    var random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }

  /** A stamp for a form of that page, made now. */
  String make(String page) {
    var now = Long.toString(clock.instant().toEpochMilli());
    return now + "-" + sign(page, now);
  }

  /** Whether a form of that page was out long enough for a person, and not for ages. */
  boolean isPersons(String page, String stamp) {
    var dash = stamp.indexOf('-');
    if (dash < 0 || !stamp.substring(0, dash).matches("[0-9]{1,15}")) {
      return false;
    }
    var made = stamp.substring(0, dash);
    var signed = sign(page, made).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(
        signed, stamp.substring(dash + 1).getBytes(StandardCharsets.UTF_8))) {
      return false;
    }
    var out = Duration.between(Instant.ofEpochMilli(Long.parseLong(made)), clock.instant());
    return out.compareTo(shortest) >= 0 && out.compareTo(LONGEST) <= 0;
  }

  private String sign(String page, String made) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of()
          .formatHex(mac.doFinal((made + "\n" + page).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
