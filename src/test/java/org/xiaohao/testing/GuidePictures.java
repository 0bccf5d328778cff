package org.xiaohao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The pictures of the guide, written anew by tests that are run with {@code -Dguide.pictures}. */
final class GuidePictures {

  private static final Path GUIDE = Path.of("docs/guide");
  private static final boolean WANTED = System.getProperty("guide.pictures") != null;

  private GuidePictures() {}

  /** Keeps a picture that was just taken, where it is asked for and the guide shows it. */
  static void keep(Path picture) {
    if (!WANTED) {
      return;
    }
    var place = "pictures/" + picture.getFileName();
    try (var pages = Files.newDirectoryStream(GUIDE, "*.md")) {
      for (var page : pages) {
        if (Files.readString(page).contains("(" + place + ")")) {
          Files.copy(picture, GUIDE.resolve(place), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
