package org.xiaohao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of all rooms, in both languages. */
class MessagesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z-]+}");
  private static final Pattern MARK = Pattern.compile("<value \\d+>");
  private static final int MOST_VALUES = 20;

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
    assertThat(read(bundle).keySet())
        .allMatch(code -> code.startsWith(bundle + ".") || isHelp(bundle, code));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_sentence_takes_the_same_values_in_both_languages(String bundle) throws IOException {
    var chinese = read(bundle + "_zh");
    for (var sentence : read(bundle).entrySet()) {
      var code = sentence.getKey();
      assertThat(values(bundle, code, chinese.get(code)))
          .as(code)
          .isEqualTo(values(bundle, code, sentence.getValue()));
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
            "\"((?:%s)\\.[a-z0-9.-]*[a-z0-9])(?<!yaml|xlsx|\\.ics)\""
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

  /** What a sentence has filled in: numbers in patterns, names of variables in help. */
  private static Set<String> values(String bundle, String code, String text) {
    if (isHelp(bundle, code)) {
      assertThat(VARIABLE.matcher(text).replaceAll("")).as(code).doesNotContain("{", "}");
      return found(VARIABLE, text);
    }
    var marks = IntStream.range(0, MOST_VALUES).mapToObj(i -> "<value " + i + ">").toArray();
    var said = new MessageFormat(text, Locale.ROOT).format(marks);
    assertThat(said).as(code).doesNotContain("{", "}");
    return found(MARK, said);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /**
   * Texts that the command line shows itself, and whose variables it fills in: {@link Messages}
   * asks a bundle for codes that begin with its name only.
   */
  private static boolean isHelp(String bundle, String code) {
    return bundle.equals("cli") && !code.startsWith("cli.");
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
