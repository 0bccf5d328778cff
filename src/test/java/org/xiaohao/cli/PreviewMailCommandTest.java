package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewMailCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void prints_the_text_and_writes_the_page() throws Exception {
    assertThat(run("digest")).isZero();

    assertThat(out.toString()).contains("逾期1项", "学习讨论材料（张三）", "preview-digest.html");
    assertThat(Files.readString(folder.resolve("preview-digest.html"))).contains("<table");
  }

  @Test
  void says_what_is_wrong_with_a_template() throws Exception {
    Files.writeString(folder.resolve("digest.html"), "<p th:text=\"${\">");

    assertThat(run("digest")).isEqualTo(1);

    assertThat(err.toString()).contains("模板有误", "digest.html");
  }

  @Test
  void names_the_templates_that_there_are() {
    assertThat(run("nonsense")).isEqualTo(2);

    assertThat(err.toString()).contains("nonsense", "digest", "office-day");
  }

  private int run(String name) {
    return new CommandLine(new PreviewMailCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(name, "--templates", folder.toString(), "--out", folder.toString());
  }
}
