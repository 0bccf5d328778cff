package org.xiaohao.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where the bytes of files lie: under random ids, spread over folders by the first two characters.
 *
 * @param folder setting {@code xiaohao.attachment.folder}
 */
public record StoredFiles(Path folder) {

  private static final int BUFFER = 64 * 1024;

  /** Checksum of the bytes of a file as they are now, hexadecimal; empty where there are none. */
  public Optional<String> checksum(String id) {
    try (var content = Files.newInputStream(path(id))) {
      var digest = sha256();
      var buffer = new byte[BUFFER];
      for (int read; (read = content.read(buffer)) >= 0; ) {
        digest.update(buffer, 0, read);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the bytes of file " + id + " cannot be read", unreadable);
    }
  }

  Path path(String id) {
    return folder.resolve(id.substring(0, 2)).resolve(id);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
