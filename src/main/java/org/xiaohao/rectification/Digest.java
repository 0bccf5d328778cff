package org.xiaohao.rectification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields in a canonical form: each as its length in bytes, a colon and its text, a
 * missing one as {@code -}. So no two lists of fields look alike, however they are cut.
 */
final class Digest {

  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Adds fields in their order.
   *
   * @param fields texts, numbers, dates and moments, whose {@code toString} is the same everywhere
   */
  Digest add(@Nullable Object... fields) {
    for (var field : fields) {
      if (field == null) {
        sha256.update((byte) '-');
      } else {
        var bytes = field.toString().getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
      }
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
