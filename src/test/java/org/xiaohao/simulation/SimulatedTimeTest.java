package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.shared.Refusal;
import org.xiaohao.simulation.SimulatedTime.Step;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The hand on the clock: its three steps, one hand at a time, and none on a real clock. */
@CampaignTest
class SimulatedTimeTest {

  @Autowired TestCampaign campaign;
  @Autowired SimulatedTime time;
  @Autowired SimulatedClock clock;
  @Autowired SimulationProperties settings;
  @Autowired ManagementService management;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  @Test
  void time_moves_by_an_hour_and_to_the_next_morning() {
    launch("2017-02-28T08:00");
    assertThat(time.advance(Step.HOUR)).isEqualTo(moment("2017-02-28T09:00"));
    assertThat(time.advance(Step.NEXT_MORNING)).isEqualTo(moment("2017-03-01T08:00"));
    campaign.advanceTo("2017-03-02T00:30");
    assertThat(time.advance(Step.NEXT_MORNING)).isEqualTo(moment("2017-03-02T08:00"));
    assertThat(clock.instant()).isEqualTo(moment("2017-03-02T08:00"));
  }

  @Test
  void time_moves_to_the_next_limit_and_what_falls_due_there_happens() {
    launch("2017-03-29T19:00");
    assertThat(late()).isZero();
    assertThat(time.advance(Step.NEXT_DEADLINE)).isEqualTo(moment("2017-03-30T18:00"));
    assertThat(late()).isPositive();
  }

  @Test
  void without_a_limit_time_moves_to_the_next_timer() {
    launch("2017-02-20T08:00");
    assertThat(ledger.nextDue(clock.instant())).as("nothing is open yet").isEmpty();
    var timer = new TimeMachine(clock, management).nextTimer();
    assertThat(timer).isAfter(clock.instant());
    assertThat(time.advance(Step.NEXT_DEADLINE)).isEqualTo(timer);
  }

  @Test
  void who_comes_while_time_is_moving_is_told_to_wait() {
    launch("2017-02-28T08:00");
    var execution =
        new JobExecution(null, null) {
          @Override
          void paused(Runnable act) {
            var other = CompletableFuture.supplyAsync(() -> refusal(hand));
            assertThat(other.join().code()).isEqualTo("simulation.moving");
            act.run();
          }
        };
    hand = new SimulatedTime(clock, settings, management, execution, ledger, jdbc);
    assertThat(hand.advance(Step.HOUR)).isEqualTo(moment("2017-02-28T09:00"));
  }

  private SimulatedTime hand;

  private static Refusal refusal(SimulatedTime hand) {
    try {
      hand.advance(Step.HOUR);
    } catch (Refusal refused) {
      return refused;
    }
    throw new AssertionError("two hands on one clock");
  }

  @Test
  void a_real_clock_has_no_hand() {
    var server =
        new ApplicationContextRunner()
            .withUserConfiguration(ClockConfiguration.class, SimulatedTime.class)
            .withBean(ManagementService.class, () -> management)
            .withBean(JobExecution.class, () -> new JobExecution(null, null))
            .withBean(Ledger.class, () -> ledger)
            .withBean(JdbcClient.class, () -> jdbc);
    server.run(
        real -> {
          assertThat(real).doesNotHaveBean(SimulatedTime.class).hasSingleBean(Clock.class);
          assertThat(real.getBean(Clock.class)).isNotInstanceOf(SimulatedClock.class);
        });
  }

  private void launch(String moment) {
    campaign.launch(moment, TestCampaign.papersOnly(TestCampaign.plan()), TestCampaign.roster());
  }

  private int late() {
    return jdbc.sql("select count(*) from supervision_late where item_key like ?")
        .param(campaign.id() + "%")
        .query(Integer.class)
        .single();
  }

  private static Instant moment(String local) {
    return TestCampaign.moment(local);
  }
}
