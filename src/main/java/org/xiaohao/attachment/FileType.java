package org.xiaohao.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of file that the product can tell by their content; named like their extension. A name
 * alone proves nothing: a program called {@code 总结.docx} is still a program.
 */
enum FileType {
  PDF("application/pdf", "25504446 2d", null),
  OFD("application/ofd", Magic.ZIP, "OFD.xml"),
  DOC("application/msword", Magic.OLE, null),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Magic.ZIP,
      "word/document.xml"),
  XLS("application/vnd.ms-excel", Magic.OLE, null),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      Magic.ZIP,
      "xl/workbook.xml"),
  PPT("application/vnd.ms-powerpoint", Magic.OLE, null),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Magic.ZIP,
      "ppt/presentation.xml"),
  WPS("application/vnd.ms-works", Magic.OLE, null),
  JPG("image/jpeg", "ffd8ff", null),
  JPEG("image/jpeg", "ffd8ff", null),
  PNG("image/png", "89504e47 0d0a1a0a", null);

  private final String mediaType;
  private final byte[] magic;
  private final @Nullable String entry;

  /**
   * @param magic first bytes, hexadecimal
   * @param entry file that an archive of this kind holds; null for what is no archive
   */
  FileType(String mediaType, String magic, @Nullable String entry) {
    this.mediaType = mediaType;
    this.magic = HexFormat.of().parseHex(magic.replace(" ", ""));
    this.entry = entry;
  }

  String mediaType() {
    return mediaType;
  }

  /** As it stands behind the dot. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the extension of a name; empty for none or an unknown one. */
  static Optional<FileType> of(String fileName) {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(type -> type.extension().equalsIgnoreCase(extension))
        .findFirst();
  }

  /** Whether the content is what this kind of file holds. */
  boolean matches(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      if (!Arrays.equals(content.readNBytes(magic.length), magic)) {
        return false;
      }
    }
    return entry == null || holds(file, entry);
  }

  /** Reads the table of contents only, so that nothing is unpacked. Macros are not welcome. */
  private static boolean holds(Path file, String entry) throws IOException {
    try (var archive = new ZipFile(file.toFile())) {
      return archive.getEntry(entry) != null
          && archive.stream().noneMatch(each -> each.getName().endsWith("vbaProject.bin"));
    } catch (ZipException broken) {
      return false;
    }
  }

  private static final class Magic {
    static final String ZIP = "504b0304";
    static final String OLE = "d0cf11e0 a1b11ae1";
  }
}
