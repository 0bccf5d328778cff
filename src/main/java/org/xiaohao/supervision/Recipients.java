package org.xiaohao.supervision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Person;
import org.xiaohao.supervision.Late.Concern;

/** Who is told of what is late, whatever it is: an item, a task of the office, a slip. */
@Component
class Recipients {

  private final Slips slips;

  Recipients(Slips slips) {
    this.slips = slips;
  }

  /** Who has to answer the slip with that key; empty where it is the key of something else. */
  Optional<String> receiver(String key) {
    return slips.find(key).map(Slip::personId);
  }

  /**
   * Who is told at that level.
   *
   * @param item null for slips, for phases and for the campaign itself
   */
  List<Person> of(Audience audience, Late late, int level, @Nullable LedgerItem item) {
    return late.concern() == Concern.RECEIVER
        ? receiver(late.key()).map(one -> audience.superiors(one, level)).orElseGet(List::of)
        : audience.told(late.concern(), level, item);
  }
}
