package org.xiaohao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of all rooms, in both languages. */
class MessagesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");

  static Stream<String> bundles() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".properties", ""))
          .filter(name -> !name.endsWith("_zh"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void a_bundle_says_the_same_in_both_languages(String bundle) throws IOException {
    assertThat(read(bundle + "_zh").keySet()).isEqualTo(read(bundle).keySet());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_sentence_is_a_pattern_that_can_be_read(String bundle) throws IOException {
    for (var language : new String[] {"", "_zh"}) {
      read(bundle + language).values().stream()
          .filter(text -> !text.contains("${")) // filled in by the command line, not by us
          .forEach(text -> new MessageFormat(text, Locale.ROOT));
    }
  }

  /** Names of messages between instances look alike; they live in the vocabularies. */
  @Test
  void every_code_in_the_code_has_a_sentence() throws IOException {
    var known = new TreeSet<String>();
    for (var bundle : bundles().toList()) {
      known.addAll(read(bundle).keySet());
    }
    var code =
        Pattern.compile(
            "\"((?:%s)\\.[a-z0-9.-]*[a-z0-9])(?<!yaml|xlsx)\""
                .formatted(bundles().collect(Collectors.joining("|"))));
    var missing = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(file -> isCode(file)).toList()) {
        var named = code.matcher(Files.readString(source));
        while (named.find()) {
          if (!known.contains(named.group(1))) {
            missing.add(source.getFileName() + ": " + named.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java") && !file.toString().endsWith("Process.java");
  }

  private static TreeMap<String, String> read(String bundle) throws IOException {
    var properties = new Properties();
    try (Reader file = Files.newBufferedReader(FOLDER.resolve(bundle + ".properties"))) {
      properties.load(file);
    }
    var texts = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
