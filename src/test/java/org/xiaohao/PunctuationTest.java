package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read in Chinese has Chinese signs: ，；：？！（） and not their half-width look-alikes. */
class PunctuationTest {

  /** Half-width beside Chinese, also across the stars of bold type. */
  private static final Pattern HALF_WIDTH =
      Pattern.compile("[\\p{IsHan}”》）]\\**[,;:?!()]|[,;:?!()]\\**[\\p{IsHan}“《（]");

  static Stream<Path> texts() throws IOException {
    return Stream.of(
            files("src/main/resources/messages", "_zh.properties"),
            files("forms", ".form"),
            files("processes", ".bpmn"))
        .flatMap(List::stream);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void chinese_sentences_have_full_width_signs(Path file) throws IOException {
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> HALF_WIDTH.matcher(line).find())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"未开始,请稍候", "是否同意?", "(可不填)", "**期限**:明日", "“甲”;“乙”"})
  void a_half_width_sign_is_found(String sentence) {
    assertThat(HALF_WIDTH.matcher(sentence).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"如 14:30。", "文字以“!”开头", "\"label\": \"期限\", \"key\": 1", "是否同意？"})
  void codes_and_times_keep_theirs(String sentence) {
    assertThat(HALF_WIDTH.matcher(sentence).find()).isFalse();
  }
}
