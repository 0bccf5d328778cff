package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plans that tests read, and ways of spoiling them. */
final class PlanFiles {

  static final Path CHANGZHI = Path.of("campaigns/changzhi-2017/campaign.yaml");
  static final Path SAFETY_MONTH =
      Path.of("src/test/resources/campaigns/safety-month/campaign.yaml");

  private PlanFiles() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The plan of 2017 with the first occurrence of some words replaced. */
  static String changzhiWith(String words, String others) {
    var text = text(CHANGZHI);
    assertThat(text).contains(words);
    var at = text.indexOf(words);
    return text.substring(0, at) + others + text.substring(at + words.length());
  }

  /** Line, counted from 1, on which those words stand first. */
  static int line(String text, String words) {
    assertThat(text).contains(words);
    return (int) text.substring(0, text.indexOf(words)).chars().filter(c -> c == '\n').count() + 1;
  }

  static PlanReading read(String text) {
    return new PlanReader().read(text.getBytes(StandardCharsets.UTF_8), "campaign.yaml");
  }
}
