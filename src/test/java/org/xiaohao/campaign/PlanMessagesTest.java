package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence exists in both languages, and every sentence that the code names exists. */
class PlanMessagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"plan", "check", "cli"})
  void existInBothLanguages(String bundle) throws IOException {
    assertThat(keys(bundle + "_zh")).isEqualTo(keys(bundle)).hasSizeGreaterThan(10);
  }

  @Test
  void existForEveryCodeThatTheCodeNames() throws IOException {
    var known = new TreeSet<String>();
    known.addAll(keys("plan"));
    known.addAll(keys("check"));
    known.addAll(keys("cli"));
    var code = Pattern.compile("\"((?:plan|check|cli)\\.[a-z0-9-]*[a-z0-9])\"");
    for (var room : new String[] {"campaign", "cli"}) {
      try (Stream<Path> files = Files.list(Path.of("src/main/java/org/xiaohao", room))) {
        for (var file : files.toList()) {
          var named = code.matcher(Files.readString(file));
          while (named.find()) {
            assertThat(known).as(file.toString()).contains(named.group(1));
          }
        }
      }
    }
  }

  private static TreeSet<String> keys(String bundle) throws IOException {
    var properties = new Properties();
    var name = "/messages/" + bundle + ".properties";
    try (var file = PlanMessagesTest.class.getResourceAsStream(name)) {
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
