package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The things of other rooms have lights like papers: near the limit, late, an incident. */
@CampaignTest
class RoomLightsTest {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired Lights lights;
  @Autowired RuntimeService runtime;

  @ParameterizedTest
  @CsvSource({
    "session/weekly-2017-03-02/arts, 2017-02-28T08:00, 2017-03-02T17:00, TO_RECORD",
    "meeting/delegates-review, 2017-03-31T08:00, 2017-03-31T09:00, ARRANGING",
    "consultation/opinion-forms/arts, 2017-04-17T08:00, 2017-04-17T09:00, COLLECTING",
    "benchmarks/benchmarks/library, 2017-04-14T08:00, 2017-04-14T09:00, PROPOSING"
  })
  void a_thing_is_blue_before_its_last_limit_and_red_behind_it(
      String key, String launched, String begun, String state) {
    campaign.launch(launched);
    campaign.advanceTo(begun);
    var item = ledger.find(campaign.key(key)).orElseThrow();
    assertThat(item.state()).isEqualTo(state);
    var last = last(item);

    var near = dates().at(dates().day(last), MORNING);
    advanceTo(near.isAfter(campaign.now()) ? near : campaign.now());
    assertThat(lights.of(item.key()))
        .as("on its last day")
        .isEqualTo(item.dueAt().isBefore(campaign.now()) ? Light.YELLOW : Light.BLUE);

    advanceTo(dates().at(dates().calendar().plusWorkingDays(dates().day(last), 1), MORNING));
    assertThat(lights.of(item.key())).isEqualTo(Light.RED);
    assertThat(runtime.createIncidentQuery().incidentType("overdue").list())
        .anyMatch(incident -> item.key().equals(incident.getConfiguration()));
  }

  /** The latest of its dates, as ADR 8 says. */
  private Instant last(LedgerItem item) {
    return Stream.of(item.dueAt(), item.limitAt(), dates().limit(item.lastDate()))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private PlanDates dates() {
    return campaigns.dates(campaigns.get(campaign.id()));
  }

  private void advanceTo(Instant moment) {
    campaign.advanceTo(moment.atZone(TestCampaign.ZONE).toLocalDateTime().toString());
  }
}
