package org.xiaohao.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The characters of a plan file. Always UTF-8: a guessed encoding is a guessed plan. */
final class PlanText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PlanText() {}

  /** The text, without a byte order mark; null where the bytes are no UTF-8, which is reported. */
  static @Nullable String decode(byte[] bytes, PlanFindings findings) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var buffer = ByteBuffer.wrap(bytes);
    try {
      var text = decoder.decode(buffer).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      findings.errorAtLine(lineOf(bytes, buffer.position()), "plan.not-utf8");
      return null;
    }
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
