package org.xiaohao.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long a sender waits before it tries again. */
final class Patience {

  /** For a server that is away: asking costs little, and people wait for their mail. */
  private static final List<Duration> FOR_ALL =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** For one notice that is refused for now; greylists want five minutes and more. */
  private static final List<Duration> FOR_ONE =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private int lost;
  private Instant until = Instant.MIN;

  /** Pause after so many refusals before. */
  static Duration forOne(int refusals) {
    return FOR_ONE.get(Math.min(refusals, FOR_ONE.size() - 1));
  }

  synchronized boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  synchronized void lost(Instant now) {
    until = now.plus(FOR_ALL.get(Math.min(lost, FOR_ALL.size() - 1)));
    lost++;
  }

  synchronized void restored() {
    lost = 0;
    until = Instant.MIN;
  }
}
