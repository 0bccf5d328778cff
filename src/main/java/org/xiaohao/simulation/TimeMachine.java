package org.xiaohao.simulation;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves simulated time forward, timer by timer: each fires at its own moment, so that whoever acts
 * on it sees the time at which it would really have happened. The job executor must not run
 * meanwhile.
 */
public class TimeMachine {

  private static final Logger LOG = LoggerFactory.getLogger(TimeMachine.class);

  private final SimulatedClock clock;
  private final ManagementService management;

  public TimeMachine(SimulatedClock clock, ManagementService management) {
    this.clock = clock;
    this.management = management;
  }

  /** Moves to that moment; whatever is due until then happens on the way, in its order. */
  public void advanceTo(Instant moment) {
    if (moment.isBefore(clock.instant())) {
      throw new IllegalArgumentException("time does not go back to " + moment);
    }
    runDue();
    for (var next = nextTimer(); isBy(next, moment); next = nextTimer()) {
      clock.moveUpTo(next);
      runDue();
    }
    clock.moveUpTo(moment);
    runDue();
  }

  /** Runs everything that is due now, and what follows from it. */
  public void runDue() {
    for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
      jobs.forEach(this::run);
    }
  }

  /** Moment at which the next timer fires; null where none waits. */
  public @Nullable Instant nextTimer() {
    var next =
        management
            .createJobQuery()
            .withRetriesLeft()
            .active()
            .orderByJobDuedate()
            .asc()
            .listPage(0, 1);
    return next.isEmpty() || next.get(0).getDuedate() == null
        ? null
        : next.get(0).getDuedate().toInstant();
  }

  private static boolean isBy(@Nullable Instant next, Instant moment) {
    return next != null && !next.isAfter(moment);
  }

  private List<Job> due() {
    return management
        .createJobQuery()
        .executable()
        .orderByJobDuedate()
        .asc()
        .orderByJobId()
        .asc()
        .listPage(0, 500);
  }

  /** A job that fails waits for its retry, as it would on a server. */
  private void run(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failed) {
      if (management.createJobQuery().jobId(job.getId()).executable().count() > 0) {
        throw failed;
      }
      LOG.warn("job {} failed and waits for its retry: {}", job.getId(), failed.getMessage());
    }
  }

  /** For the log of whoever drives it. */
  @Override
  public String toString() {
    return "time machine at " + Date.from(clock.instant());
  }
}
