package org.xiaohao.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of a simulated campaign, for the product and the engine alike. A ticking one goes on
 * like the system's clock from where it was set; a standing one stays there, so that a replay or a
 * test is repeatable.
 */
public final class SimulatedClock extends Clock {

  private final Clock system;
  private final boolean ticking;
  private volatile Instant set;
  private volatile Instant setAt;

  SimulatedClock(Clock system, boolean ticking, Instant start) {
    this.system = system;
    this.ticking = ticking;
    this.set = start;
    this.setAt = system.instant();
    tellEngine();
  }

  /** Moves the clock. */
  public synchronized void moveTo(Instant moment) {
    set(moment);
  }

  /** Moves the clock unless it has come that far by itself. */
  synchronized void moveUpTo(Instant moment) {
    if (moment.isAfter(instant())) {
      set(moment);
    }
  }

  private void set(Instant moment) {
    set = moment;
    setAt = system.instant();
    tellEngine();
  }

  private void tellEngine() {
    if (ticking) {
      ClockUtil.offset(Duration.between(setAt, set).toMillis());
    } else {
      ClockUtil.setCurrentTime(Date.from(set));
    }
  }

  @Override
  public Instant instant() {
    return ticking ? set.plus(Duration.between(setAt, system.instant())) : set;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(system.withZone(zone), Duration.between(system.instant(), instant()));
  }
}
