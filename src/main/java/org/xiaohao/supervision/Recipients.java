package org.xiaohao.supervision;

import java.util.List;
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

  /** Whether that is the key of a slip, which is no item: its receiver has to answer. */
  boolean isSlip(String key) {
    return slips.find(key).isPresent();
  }

  /**
   * Who is told at that level.
   *
   * @param item null for slips, for phases and for the campaign itself
   */
  List<Person> of(Audience audience, Late late, int level, @Nullable LedgerItem item) {
    return late.concern() == Concern.RECEIVER
        ? audience.superiors(slips.get(late.key()).personId(), level)
        : audience.told(late.concern(), level, item);
  }
}
