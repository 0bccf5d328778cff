package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.PlanReader;

class ReplayIT {

  private static final Path FOLDER = Path.of("campaigns/changzhi-2017");

  @Test
  void runs_2017() throws Exception {
    var plan = new PlanReader().read(FOLDER.resolve("campaign.yaml")).plan();
    var t = System.currentTimeMillis();
    try (var context =
        ReplayServer.start(
            XiaohaoApplication.class, plan, LocalDateTime.parse("2017-02-28T08:00"), null)) {
      System.out.println("boot " + (System.currentTimeMillis() - t));
      var outcome =
          context
              .getBean(Replay.class)
              .run(
                  FOLDER,
                  1,
                  (day, acts, open) ->
                      System.out.println(
                          day + " " + acts + " " + open + " " + (System.currentTimeMillis() - t)));
      System.out.println(outcome);
      context
          .getBean(JdbcClient.class)
          .sql(
              "select room, kind_id, state, count(*) n from ledger_item group by room, kind_id,"
                  + " state order by 1,2,3")
          .query()
          .listOfRows()
          .forEach(System.out::println);
      assertThat(outcome.clean()).isTrue();
    }
  }
}
