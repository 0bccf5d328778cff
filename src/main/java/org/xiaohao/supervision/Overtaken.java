package org.xiaohao.supervision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.engine.ChangedItems;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Notices;

/**
 * What was done, or got another limit, before anybody heard that it is late or urged need not be
 * said any more: after a day without a mail server nobody is reproached with what is settled.
 */
@Component
class Overtaken implements ChangedItems {

  private final Notices notices;
  private final Ledger ledger;
  private final SupervisionWorkflow workflow;
  private final Campaigns campaigns;

  Overtaken(Notices notices, Ledger ledger, SupervisionWorkflow workflow, Campaigns campaigns) {
    this.notices = notices;
    this.ledger = ledger;
    this.workflow = workflow;
    this.campaigns = campaigns;
  }

  /** Almost always there is nothing to be said about them: that is asked first. */
  @Override
  public void changed(Set<String> keys) {
    var limits = new HashMap<String, Map<String, @Nullable Instant>>();
    for (var key : notices.unsaid(keys)) {
      var item = ledger.find(key);
      var nothingToDo = workflow.openTasks(Set.of(key)).isEmpty();
      if (item.isPresent() || nothingToDo) {
        // Nothing to do: done, though the row says so a moment later only, when the next job ran.
        var limit =
            nothingToDo
                ? null
                : item.filter(one -> one.open() && one.waitsFor() != WaitsFor.NOBODY)
                    .map(one -> one.dueAt())
                    .orElse(null);
        limits.computeIfAbsent(campaigns.of(key).id(), none -> new HashMap<>()).put(key, limit);
      }
    }
    limits.forEach(notices::overtaken);
  }
}
