package org.xiaohao.webapps.security;

import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Stops listening to whoever guesses passwords: by login name, and by the address that tries many
 * names. Nobody is locked for good, so that nobody can lock others out for good. An attempt counts
 * before it is checked, so that a hundred at the same time are no way around.
 */
@Component
class LoginThrottle {

  private static final int LONGEST_NAME = 64;

  private final Quota byName;
  private final Quota byAddress;

  LoginThrottle(LoginProperties settings, Clock clock) {
    var limits = settings.throttle();
    byName = new Quota(limits.perAccount(), limits.window(), limits.remembered(), clock);
    byAddress = new Quota(limits.perAddress(), limits.window(), limits.remembered(), clock);
  }

  /**
   * Counts an attempt, or refuses it.
   *
   * @param account as typed
   * @param address from where, as the server sees it
   * @throws TooManyAttempts if one of them is used up
   */
  void begin(String account, String address) {
    take(byAddress, Quota.network(address));
    take(byName, name(account));
  }

  /** The attempt was right: it does not count, and the name is clean again. */
  void succeeded(String account, String address) {
    byName.forget(name(account));
    byAddress.giveBack(Quota.network(address));
  }

  /** Nobody could say whether the attempt was right: it does not count. */
  void unanswered(String account, String address) {
    byName.giveBack(name(account));
    byAddress.giveBack(Quota.network(address));
  }

  private static void take(Quota quota, String key) {
    if (!quota.take(key)) {
      throw new TooManyAttempts(quota.wait(key));
    }
  }

  /** How many names and addresses are remembered. */
  int remembered() {
    return byName.remembered() + byAddress.remembered();
  }

  private static String name(String account) {
    var bare = account.strip().toLowerCase(Locale.ROOT);
    return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
  }
}
