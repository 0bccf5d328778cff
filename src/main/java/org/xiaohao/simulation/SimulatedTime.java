package org.xiaohao.simulation;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.shared.Refusal;

/**
 * The hand on the clock of a running server: moves simulated time forward and lets everything
 * happen that falls due on the way. Exists only where {@code xiaohao.simulation.start} is set.
 */
@Component
@ConditionalOnProperty("xiaohao.simulation.start")
public class SimulatedTime implements DisposableBean {

  /** How far time moves. */
  public enum Step {
    HOUR,
    /** 08:00 of the next day; of the same day where it is not that late yet. */
    NEXT_MORNING,
    /** The next limit of anything open; without one, the next timer. */
    NEXT_DEADLINE
  }

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final SimulatedClock clock;
  private final SimulationProperties settings;
  private final TimeMachine machine;
  private final JobExecution execution;
  private final Ledger ledger;
  private final StoredTime stored;
  private final ReentrantLock moving = new ReentrantLock();

  SimulatedTime(
      SimulatedClock clock,
      SimulationProperties settings,
      ManagementService management,
      JobExecution execution,
      Ledger ledger,
      JdbcClient jdbc) {
    this.clock = clock;
    this.settings = settings;
    this.machine = new TimeMachine(clock, management);
    this.execution = execution;
    this.ledger = ledger;
    this.stored = new StoredTime(jdbc);
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** Zone in which it is shown. */
  public ZoneId zone() {
    return settings.zone();
  }

  /**
   * Moves time forward and returns once all that is due by then has happened.
   *
   * @return what time it is now
   * @throws Refusal if it is being moved already, or there is nothing to move to
   */
  public Instant advance(Step step) {
    if (!moving.tryLock()) {
      throw new Refusal("simulation.moving");
    }
    try {
      execution.paused(() -> machine.advanceTo(target(step)));
      save();
      return now();
    } finally {
      moving.unlock();
    }
  }

  private Instant target(Step step) {
    return switch (step) {
      case HOUR -> now().plus(1, ChronoUnit.HOURS);
      case NEXT_MORNING -> nextMorning();
      case NEXT_DEADLINE -> nextDeadline();
    };
  }

  private Instant nextMorning() {
    var now = now().atZone(zone());
    var today = now.with(MORNING);
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }

  private Instant nextDeadline() {
    var now = now();
    return ledger
        .nextDue(now)
        .or(() -> Optional.ofNullable(machine.nextTimer()).filter(now::isBefore))
        .orElseThrow(() -> new Refusal("simulation.no-deadline"));
  }

  /** Also once a minute: a server that is killed must not fall back behind what people did. */
  @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
  void save() {
    if (settings.ticking()) {
      stored.save(now());
    }
  }

  @Override
  public void destroy() {
    save();
  }
}
