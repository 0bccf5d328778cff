package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The guide for the desks shows pictures that browser tests take, and all that it shows is there.
 */
class GuideTest {

  private static final Path GUIDE = Path.of("docs/guide");
  private static final Pattern SHOWN = Pattern.compile("!\\[[^]]+]\\(pictures/([a-z-]+)\\.png\\)");
  private static final Pattern LINKED = Pattern.compile("]\\(([a-z-]+\\.md)\\)");
  private static final Pattern TAKEN =
      Pattern.compile("[pP]icture\\(\\s*[^;]*?\"([a-z-]+)\"\\s*\\)");

  @Test
  void shows_the_pictures_that_are_there_and_no_other() throws IOException {
    try (var pictures = Files.list(GUIDE.resolve("pictures"))) {
      var there = pictures.map(file -> file.getFileName().toString().replace(".png", ""));
      assertThat(shown()).containsExactlyElementsOf(there.sorted().toList());
    }
  }

  @Test
  void shows_nothing_that_no_browser_test_takes() throws IOException {
    try (var sources = Files.walk(Path.of("src/test/java"))) {
      var taken =
          sources
              .filter(file -> file.toString().endsWith("IT.java"))
              .flatMap(file -> found(TAKEN, file))
              .toList();
      assertThat(taken).containsAll(shown());
    }
  }

  @Test
  void leads_to_pages_that_are_there() {
    var links = pages().stream().flatMap(page -> found(LINKED, page)).toList();
    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(GUIDE.resolve(link)).exists());
  }

  @Test
  void readers_of_the_first_page_see_a_picture_of_the_guide() throws IOException {
    for (var page : List.of("README.md", "README.zh-CN.md")) {
      assertThat(Files.readString(Path.of(page)))
          .contains("](docs/guide/pictures/staff-form.png)")
          .doesNotContain("](docs/pictures/");
    }
  }

  /** What the guide quotes are words that people find on their pages. */
  @Test
  void quotes_words_that_stand_on_the_pages() {
    var words = new StringBuilder();
    Stream.of("src/main/resources", "forms", "processes").forEach(folder -> read(folder, words));
    for (var page : pages()) {
      assertThat(found(QUOTED, page))
          .as(page.toString())
          .allSatisfy(quoted -> assertThat(words).contains(quoted));
    }
  }

  private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");
  private static final Pattern WORDED =
      Pattern.compile(".*(_zh\\.properties|\\.js|/zh\\.json|\\.form|\\.bpmn)");

  private static void read(String folder, StringBuilder words) {
    try (var files = Files.walk(Path.of(folder))) {
      for (var file : files.filter(one -> WORDED.matcher(one.toString()).matches()).toList()) {
        words.append(Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TreeSet<String> shown() {
    var shown = new TreeSet<String>();
    pages().forEach(page -> found(SHOWN, page).forEach(shown::add));
    return shown;
  }

  private static List<Path> pages() {
    try (var files = Files.list(GUIDE)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> found(Pattern pattern, Path file) {
    try {
      return pattern.matcher(Files.readString(file)).results().map((MatchResult m) -> m.group(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
