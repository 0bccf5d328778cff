package org.xiaohao.webapps.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may do something within a window of time, kept in memory, and in no more
 * memory than that however many come.
 */
public final class Quota {

  private final int allowed;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Taken> recent;

  /**
   * @param allowed times within a window
   * @param window counted from the first time
   * @param remembered keys at most; the longest unseen go first
   */
  public Quota(int allowed, Duration window, int remembered, Clock clock) {
    this.allowed = allowed;
    this.window = window;
    this.clock = clock;
    this.recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > remembered;
          }
        };
  }

  private record Taken(int count, Instant since) {}

  /** Takes one, if one is left. */
  public synchronized boolean take(String key) {
    var now = clock.instant();
    var taken = recent.get(key);
    if (taken == null || !now.isBefore(taken.since.plus(window))) {
      recent.put(key, new Taken(1, now));
      return true;
    }
    if (taken.count >= allowed) {
      return false;
    }
    recent.put(key, new Taken(taken.count + 1, taken.since));
    return true;
  }

  /** How long until there is one again. */
  public synchronized Duration wait(String key) {
    var taken = recent.get(key);
    return taken == null
        ? Duration.ZERO
        : Duration.between(clock.instant(), taken.since.plus(window));
  }

  /** Gives one back that was taken. */
  public synchronized void giveBack(String key) {
    recent.computeIfPresent(
        key, (same, taken) -> new Taken(Math.max(0, taken.count - 1), taken.since));
  }

  /** Gives all back. */
  public synchronized void forget(String key) {
    recent.remove(key);
  }

  /** How many keys are remembered. */
  synchronized int remembered() {
    return recent.size();
  }

  /**
   * What counts as one address. Whoever has one address of IPv6 has 2^64 of them, so that the
   * network counts.
   *
   * @param address as the server sees it
   */
  public static String network(String address) {
    try {
      if (address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
        return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
      }
    } catch (UnknownHostException odd) {
      return "?";
    }
    return address;
  }
}
