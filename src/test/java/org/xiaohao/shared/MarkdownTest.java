package org.xiaohao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  /** Formats and single words, which become arguments of sentences. */
  private static final Pattern PLAIN_BY_NAME =
      Pattern.compile(
          "date-format\"|(?s) (word|plain)\\(Campaign campaign, String [^{]*\\{\\s*return Messages");

  @Test
  void what_somebody_typed_begins_neither_a_tag_nor_a_link_nor_a_heading() {
    assertThat(Markdown.plain("<img src=x> **b** [a](http://e) # h").source())
        .isEqualTo("\\<img src\\=x\\> \\*\\*b\\*\\* \\[a\\]\\(http:\\/\\/e\\) \\# h");
    assertThat(Markdown.plain("www.e.org a@e.org &lt;").source())
        .isEqualTo("www\\.e\\.org a\\@e\\.org \\&lt;");
    assertThat(Markdown.plain("改进服务，17:00 前完成").source()).isEqualTo("改进服务，17:00 前完成");
  }

  @Test
  void its_lines_stay_lines_and_make_no_paragraph_code_or_list() {
    assertThat(Markdown.plain(" 一\r\n\r\n    二\n- 三\n1) 四 ").source())
        .isEqualTo("一\n二\n\\- 三\n1\\) 四");
  }

  @Test
  void arguments_are_text_but_for_those_that_are_markdown() {
    assertThat(
            Markdown.text(
                Locale.CHINESE,
                "submission.brief.extension",
                "# 甲",
                "乙*",
                LocalDate.of(2017, 4, 15),
                new Markdown("**丙**"),
                "17:00"))
        .startsWith("### \\# 甲\n\n乙\\* 申请延期到**2017年4月15日**")
        .endsWith("**理由**：**丙**");
  }

  @Test
  void what_is_cut_is_as_long_as_allowed_with_its_signs_and_ends_within_none() {
    assertThat(Markdown.plain("*".repeat(9), 10).source()).isEqualTo("\\*\\*\\*\\*…");
    assertThat(Markdown.plain("五个字以内", 5).source()).isEqualTo("五个字以内");
    assertThat(Markdown.plain("超过五个字了", 5).source()).isEqualTo("超过五个…");
    assertThat(Markdown.cut("ab\\*c", 4)).isEqualTo("ab…");
    assertThat(Markdown.cut("ab\\\\c", 5)).isEqualTo("ab\\\\c");
    assertThat(Markdown.cut("a\\\\bc", 4)).isEqualTo("a\\\\…");
  }

  @Test
  void every_brief_makes_its_sentences_here() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(each -> each.toString().endsWith("Briefs.java")).toList()) {
        var source = Files.readString(file);
        assertThat(source).as(file.toString()).contains("return Markdown.text(");
        assertThat(PLAIN_BY_NAME.matcher(source).results().count())
            .as(file + ": sentences of Messages show what people typed as Markdown")
            .isEqualTo(source.split("Messages\\.text\\(", -1).length - 1L);
      }
    }
  }
}
