package org.xiaohao.consultation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares what people write: width, case, blanks and punctuation make no difference. */
final class Wording {

  private Wording() {}

  /** Letters and digits only. */
  static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The same for answers that say the same to the same questions. */
  static String fingerprint(List<String> answers) {
    return sha256(answers.stream().map(Wording::bare).collect(Collectors.joining("\n")));
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
