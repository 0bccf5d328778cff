package org.xiaohao.attachment;

import java.text.Normalizer;
import org.xiaohao.shared.Refusal;

/** Names of files as people give them. */
final class FileName {

  private static final int LONGEST = 255;

  private FileName() {}

  /**
   * What may be shown and handed out again: without folders, control characters and the marks that
   * turn the direction of writing (they make a program look like a document), and at most 255
   * characters long, the extension kept.
   *
   * @throws Refusal if nothing is left
   */
  static String clean(String given) {
    var name = Normalizer.normalize(given, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
    if (name.replace(".", "").isBlank()) {
      throw new Refusal("attachment.name-missing");
    }
    return name.length() <= LONGEST ? name : shortened(name);
  }

  private static String shortened(String name) {
    var dot = name.lastIndexOf('.');
    var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - extension.length()) + extension;
  }
}
