package org.xiaohao.supervision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.notification.Notice.About;
import org.xiaohao.shared.Messages;

/** The room's sentences, in the language and the zone of a campaign. */
record Wording(Plan plan, Letterhead head) {

  Wording(Plan plan) {
    this(plan, new Letterhead(plan));
  }

  String text(String code, Object... arguments) {
    return Messages.text(plan.language(), "supervision." + code, arguments);
  }

  /** A moment as people write it. */
  String moment(Instant moment) {
    return head.moment(moment);
  }

  /** What is late or to be done; many tasks are named after their subject already. */
  String late(String subject, String task) {
    return task.contains(subject) ? task : text("late-title", subject, task);
  }

  /** Those things, with the limits that a list of them names. */
  static List<About> about(Collection<LedgerItem> items) {
    return items.stream().map(item -> new About(item.key(), item.dueAt())).toList();
  }

  /** A line of a list that says until when. */
  Line line(LedgerItem item, @Nullable String link) {
    return new Line(head.brief(item.title()), text("late.note", moment(item.dueAt())), link);
  }
}
