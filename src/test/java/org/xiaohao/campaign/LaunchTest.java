package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;

/** A folder with errors is refused as a whole. */
@CampaignTest
class LaunchTest {

  private static final Path CAMPAIGN = Path.of("campaigns/changzhi-2017");

  @Autowired Launch launch;
  @Autowired JdbcClient jdbc;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "quota: 20, quota: -1, quota",
    "2017-, 2019-, 2019 年的放假安排",
  })
  void a_plan_with_an_error_launches_nothing_and_imports_nobody(
      String right, String wrong, String named) throws IOException {
    plan(text -> text.replace(right, wrong));
    Files.copy(CAMPAIGN.resolve("roster.xlsx"), folder.resolve("roster.xlsx"));

    refuses(named);
  }

  @Test
  void a_roster_with_an_error_launches_nothing_and_imports_nobody() throws IOException {
    plan(text -> text);
    Files.writeString(folder.resolve("roster.xlsx"), "姓名,单位");

    refuses("roster.xlsx");
  }

  private void plan(UnaryOperator<String> change) throws IOException {
    var plan = Files.readString(CAMPAIGN.resolve("campaign.yaml"));
    var named = plan.replace("id: changzhi-2017", "id: faulty");
    Files.writeString(folder.resolve("campaign.yaml"), change.apply(named));
  }

  private void refuses(String named) {
    var before = counts();
    assertThatThrownBy(() -> launch.launch(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(named);
    assertThat(counts()).isEqualTo(before);
  }

  /** Rows of the campaign, of its people and of what is owed, and the engine's users. */
  private Map<String, Integer> counts() {
    return Stream.of(
            "campaign",
            "campaign_phase",
            "campaign_work",
            "campaign_event",
            "roster_unit",
            "roster_person",
            "submission_item",
            "ACT_ID_USER",
            "ACT_ID_MEMBERSHIP",
            "ACT_RU_EXECUTION")
        .collect(
            Collectors.toMap(
                table -> table,
                table -> jdbc.sql("select count(*) from " + table).query(Integer.class).single()));
  }
}
