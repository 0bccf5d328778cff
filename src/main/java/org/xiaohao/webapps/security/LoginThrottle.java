package org.xiaohao.webapps.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Stops listening to whoever guesses passwords: by login name, and by the address that tries many
 * names. Nobody is locked for good, so that nobody can lock others out for good. An attempt counts
 * before it is checked, so that a hundred at the same time are no way around.
 */
@Component
class LoginThrottle {

  private static final int LONGEST_NAME = 64;

  private final LoginProperties.Throttle limits;
  private final Clock clock;
  private final Map<String, Attempts> recent;

  LoginThrottle(LoginProperties settings, Clock clock) {
    this.limits = settings.throttle();
    this.clock = clock;
    this.recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > limits.remembered();
          }
        };
  }

  private record Attempts(int count, Instant since) {}

  /**
   * Counts an attempt, or refuses it.
   *
   * @param account as typed
   * @param address from where, as the server sees it
   * @throws TooManyAttempts if one of them is used up
   */
  synchronized void begin(String account, String address) {
    var now = clock.instant();
    var byName = fresh(name(account), now);
    var byAddress = fresh(network(address), now);
    if (byName.count >= limits.perAccount() || byAddress.count >= limits.perAddress()) {
      throw new TooManyAttempts();
    }
    recent.put(name(account), new Attempts(byName.count + 1, byName.since));
    recent.put(network(address), new Attempts(byAddress.count + 1, byAddress.since));
  }

  /** The attempt was right: it does not count, and the name is clean again. */
  synchronized void succeeded(String account, String address) {
    recent.remove(name(account));
    recent.computeIfPresent(
        network(address),
        (key, attempts) -> new Attempts(Math.max(0, attempts.count - 1), attempts.since));
  }

  /** How many names and addresses are remembered. */
  synchronized int remembered() {
    return recent.size();
  }

  private Attempts fresh(String key, Instant now) {
    var attempts = recent.get(key);
    return attempts == null || !now.isBefore(attempts.since.plus(limits.window()))
        ? new Attempts(0, now)
        : attempts;
  }

  private static String name(String account) {
    var bare = account.strip().toLowerCase(Locale.ROOT);
    return "name:" + bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
  }

  /** Whoever has one address of IPv6 has 2^64 of them: the network counts. */
  private static String network(String address) {
    try {
      if (address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
        return "address:" + HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
      }
    } catch (UnknownHostException odd) {
      return "address:?";
    }
    return "address:" + address;
  }
}
