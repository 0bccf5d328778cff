package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before anything starts; a whole replay is run by {@code ReplayIT}. */
class ReplayCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @BeforeEach
  void spoilThePlanOf2017() throws IOException {
    var plan = Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml"));
    Files.writeString(folder.resolve("campaign.yaml"), plan.replace("quota: 20", "quota: -1"));
    Files.copy(Path.of("campaigns/changzhi-2017/roster.xlsx"), folder.resolve("roster.xlsx"));
  }

  @Test
  void aFaultyPlanIsNotReplayedButExplained() {
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("【错误】1 处", "不能启动").doesNotContain("活动回放");
  }

  @Test
  void theExplanationIsInTheLanguageThatIsAskedFor() {
    assertThat(run(folder.toString(), "--lang", "en")).isEqualTo(1);
    assertThat(out.toString()).contains("ERRORS (1)", "may not be launched");
  }

  @Test
  void machinesGetTheFindingsAsJson() {
    assertThat(run(folder.toString(), "--json")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{").contains("\"ready\" : false");
  }

  private int run(String... arguments) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .execute(arguments);
  }
}
