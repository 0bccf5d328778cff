package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Refusal;

/**
 * A slip for each form that a clerk has open; each is good for one act, however often it is sent.
 */
final class EntrySlips implements Serializable {

  private static final long serialVersionUID = 1;

  private static final String NAME = "xiaohao.entry-slips";
  private static final int MOST = 20;

  /** With what came of it; an empty text while nothing was done. */
  private final Map<String, Serializable> slips =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Serializable> eldest) {
          return size() > 2 * MOST;
        }
      };

  private EntrySlips() {}

  static EntrySlips of(HttpSession session) {
    synchronized (session) {
      if (session.getAttribute(NAME) instanceof EntrySlips present) {
        return present;
      }
      var made = new EntrySlips();
      session.setAttribute(NAME, made);
      return made;
    }
  }

  synchronized String issue() {
    var slip = UUID.randomUUID().toString();
    slips.put(slip, "");
    return slip;
  }

  /**
   * Does it, unless it was done with that slip already.
   *
   * @return what came of it, now or then
   * @throws Refusal if nobody knows whether it was done, or what the act refuses: nothing was done
   */
  synchronized <T extends Serializable> T once(String slip, Class<T> kind, Supplier<T> act) {
    var before = slips.get(slip);
    if (before == null) {
      throw new Refusal("enter.slip-forgotten");
    }
    if (kind.isInstance(before)) {
      return kind.cast(before);
    }
    var result = act.get();
    slips.put(slip, result);
    return result;
  }

  /** What came of it, where something did. */
  synchronized <T extends Serializable> Optional<T> result(@Nullable String slip, Class<T> kind) {
    return Optional.ofNullable(slips.get(slip)).filter(kind::isInstance).map(kind::cast);
  }
}
