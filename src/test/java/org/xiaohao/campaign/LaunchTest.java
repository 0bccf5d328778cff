package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void a_plan_with_an_error_launches_nothing_and_imports_nobody() throws IOException {
    var plan = Files.readString(CAMPAIGN.resolve("campaign.yaml"));
    Files.writeString(
        folder.resolve("campaign.yaml"),
        plan.replace("id: changzhi-2017", "id: faulty").replace("quota: 20", "quota: -1"));
    Files.copy(CAMPAIGN.resolve("roster.xlsx"), folder.resolve("roster.xlsx"));

    assertThatThrownBy(() -> launch.launch(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("quota");

    for (var table : new String[] {"campaign_phase", "roster_person", "submission_item"}) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  private int rows(String table) {
    return jdbc.sql("select count(*) from " + table + " where campaign_id = 'faulty'")
        .query(Integer.class)
        .single();
  }
}
