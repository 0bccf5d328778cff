package org.xiaohao.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Refusal;

/** Writes, reads and deletes the bytes. */
@Component
@EnableConfigurationProperties(AttachmentProperties.class)
class AttachmentFolder {

  private static final int BUFFER = 64 * 1024;

  private final AttachmentProperties settings;
  private final StoredFiles files;

  AttachmentFolder(AttachmentProperties settings) {
    this.settings = settings;
    this.files = new StoredFiles(settings.folder());
  }

  /** What was written. */
  record Written(Path path, long size, String sha256) {}

  /**
   * Writes the bytes of a new file.
   *
   * @throws Refusal if there are more than allowed, or none; nothing is left of it then
   */
  Written write(String id, InputStream content) {
    var path = path(id);
    try {
      Files.createDirectories(path.getParent());
      var digest = StoredFiles.sha256();
      long size;
      try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
        size = copy(content, out);
      }
      if (size == 0) {
        throw new Refusal("attachment.empty");
      }
      if (size > settings.maxSize().toBytes()) {
        throw new Refusal("attachment.too-big", String.valueOf(settings.maxSize().toMegabytes()));
      }
      return new Written(path, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException failed) {
      delete(id);
      throw new UncheckedIOException("a file cannot be stored", failed);
    } catch (Refusal refused) {
      delete(id);
      throw refused;
    }
  }

  /** Stops one buffer behind the limit. */
  private long copy(InputStream content, DigestOutputStream out) throws IOException {
    var buffer = new byte[BUFFER];
    var size = 0L;
    for (int read; size <= settings.maxSize().toBytes() && (read = content.read(buffer)) >= 0; ) {
      out.write(buffer, 0, read);
      size += read;
    }
    return size;
  }

  /** The bytes of a file; the caller closes them. */
  InputStream open(String id) {
    try {
      return Files.newInputStream(path(id));
    } catch (IOException lost) {
      throw new UncheckedIOException("the bytes of file " + id + " cannot be read", lost);
    }
  }

  /** Deletes the bytes of a file, if there are any. */
  void delete(String id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException failed) {
      throw new UncheckedIOException("file " + id + " cannot be deleted", failed);
    }
  }

  private Path path(String id) {
    return files.path(id);
  }
}
