package org.xiaohao.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.ledger.ConsistencyCheck.Difference;
import org.xiaohao.notification.Outbox;
import org.xiaohao.simulation.people.Simulated;

/**
 * Runs a whole campaign in simulated time with simulated people, through the services and processes
 * that people use. The same seed gives the same campaign.
 */
@Simulated
public class Replay {

  /** How long after the plan's last day the office may need to close the campaign. */
  private static final int PATIENCE = 40;

  /** Days after that in which the last problems may be closed out and looked back at. */
  private static final int LOOKING_ON = 120;

  private final Launch launch;
  private final Campaigns campaigns;
  private final ConsistencyCheck consistency;
  private final Crowd crowd;
  private final Outbox outbox;
  private final SimulatedClock clock;
  private final TimeMachine time;
  private final RuntimeService runtime;
  private final ManagementService management;

  Replay(
      Launch launch,
      Campaigns campaigns,
      ConsistencyCheck consistency,
      Crowd crowd,
      Outbox outbox,
      SimulatedClock clock,
      RuntimeService runtime,
      ManagementService management) {
    this.launch = launch;
    this.campaigns = campaigns;
    this.consistency = consistency;
    this.crowd = crowd;
    this.outbox = outbox;
    this.clock = clock;
    this.time = new TimeMachine(clock, management);
    this.runtime = runtime;
    this.management = management;
  }

  /** Told of every working day when it is over. */
  @FunctionalInterface
  public interface Progress {

    /**
     * @param acts what people did on that day
     * @param open tasks that are open in the evening
     */
    void dayOver(LocalDate day, int acts, int open);
  }

  /**
   * How it went.
   *
   * @param workingDays simulated working days
   * @param acts what people did on all of them
   * @param running instances that still run
   * @param differences between rows and instances, in the evening of any day
   */
  public record Outcome(
      String campaignId, int workingDays, int acts, long running, List<Difference> differences) {

    /** Whether all went as it should. */
    public boolean clean() {
      return running == 0 && differences.isEmpty();
    }
  }

  /**
   * Launches the campaign of that folder now, and lets it run until it is closed and its last
   * problem settled.
   *
   * @param seed what people do depends on it, and on nothing else
   * @throws org.xiaohao.shared.Refusal if the check finds errors
   * @throws IllegalStateException if there is a task that no actor does, a job fails, or there is
   *     no end
   */
  public Outcome run(Path folder, long seed, Progress progress) {
    var campaign = launch.launch(folder);
    var dates = campaigns.dates(campaign);
    time.runDue();
    var differences = new ArrayList<Difference>();
    var last = lastDay(campaign.plan(), dates);
    var days = 0;
    var acts = 0;
    var lastLook = last.plusDays(LOOKING_ON);
    for (var day = dates.day(clock.instant());
        isRunning(campaign) || isLookedOn(campaign, day, lastLook);
        day = day.plusDays(1)) {
      if (isRunning(campaign) && day.isAfter(last)) {
        throw new IllegalStateException("no end by " + last + "; open: " + names(dates, seed));
      }
      if (dates.calendar().isWorkingDay(day)) {
        var actsOfDay = live(day, dates, seed);
        requireNoFailure();
        differences.addAll(consistency.differences());
        progress.dayOver(day, actsOfDay, crowd.open(dates, seed).size());
        acts += actsOfDay;
        days++;
      }
    }
    return new Outcome(
        campaign.id(), days, acts, runtime.createProcessInstanceQuery().count(), differences);
  }

  private int live(LocalDate day, PlanDates dates, long seed) {
    var acts = 0;
    for (var moment : moments(day, dates).filter(m -> !m.isBefore(clock.instant())).toList()) {
      time.advanceTo(moment);
      acts += crowd.act(dates, seed);
      time.runDue();
      outbox.sendDue();
    }
    return acts;
  }

  /** When people look at their lists: in the morning, twice in between, and before the limit. */
  private static Stream<Instant> moments(LocalDate day, PlanDates dates) {
    var settings = dates.plan().settings();
    return Stream.of(
            settings.dailyRound(),
            LocalTime.of(10, 0),
            LocalTime.of(15, 30),
            settings.limitTime().minus(Duration.ofMinutes(30)))
        .sorted()
        .map(time -> dates.at(day, time));
  }

  /** What fails on a server, and waits for its retry there, ends a replay. */
  private void requireNoFailure() {
    var failed = management.createJobQuery().withException().listPage(0, 1);
    if (!failed.isEmpty()) {
      var job = failed.get(0);
      throw new IllegalStateException(
          "a job of "
              + job.getProcessDefinitionKey()
              + " failed:\n"
              + management.getJobExceptionStacktrace(job.getId()));
    }
  }

  private List<String> names(PlanDates dates, long seed) {
    return crowd.open(dates, seed).stream().map(todo -> todo.key() + " " + todo.kind()).toList();
  }

  /** Until it is closed, and what comes out of it for its people is decided. */
  private boolean isRunning(Campaign campaign) {
    return isRunning(campaign.id()) || isRunning(campaign.id() + "/appraisal");
  }

  private boolean isRunning(String key) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() > 0;
  }

  /**
   * Problems outlive their campaign: the replay goes on until the last one is looked back at, and
   * supervision finds nothing more to do.
   */
  private boolean isLookedOn(Campaign campaign, LocalDate day, LocalDate last) {
    return !day.isAfter(last)
        && (runtime.createProcessInstanceQuery().processDefinitionKey("rectification").count() > 0
            || isRunning(campaign.id() + "/supervision"));
  }

  private LocalDate lastDay(Plan plan, PlanDates dates) {
    var ends = plan.phases().stream().map(Plan.Phase::ends).max(LocalDate::compareTo).orElseThrow();
    var today = dates.day(clock.instant());
    return (ends.isAfter(today) ? ends : today).plusDays(PATIENCE);
  }
}
