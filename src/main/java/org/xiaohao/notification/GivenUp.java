package org.xiaohao.notification;

import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Makes it seen that a notice was given up: an incident of the campaign in Cockpit.
 *
 * <p>It is an incident of an instance that runs anyway and not an instance of its own: the office
 * looks there already, and a failed mail has no token that could wait. There is one incident per
 * address or webhook, and one for a mail server that is away: a thousand incidents that say the
 * same say nothing.
 */
@Component
class GivenUp {

  /** What an incident can carry. */
  private static final int LONGEST_CAUSE = 255;

  private final NotificationWorkflow workflow;
  private final OutboxRows rows;

  GivenUp(NotificationWorkflow workflow, OutboxRows rows) {
    this.workflow = workflow;
    this.rows = rows;
  }

  /** What is broken: an address, a webhook, or the one mail server of all addresses. */
  static String cause(OutboxRow row, Undelivered failure) {
    if (failure.failure().passes() && row.channel() == Channel.MAIL) {
      return row.channel().name();
    }
    var cause = row.channel() + ":" + row.address();
    return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
  }

  /** In the transaction that marks the notice as failed. */
  void on(OutboxRow row, Undelivered failure) {
    var what =
        "%s <%s> %s: %s"
            .formatted(row.personName(), row.address(), row.subject(), failure.getMessage());
    workflow.gaveUp(row.campaignId(), cause(row, failure), what);
  }

  /** In the transaction that tries some of them again, or has nobody wait for them any more. */
  void settle(String campaignId, Collection<String> causes) {
    causes.stream()
        .distinct()
        .filter(cause -> !rows.hasFailed(campaignId, cause))
        .forEach(cause -> workflow.settled(campaignId, cause));
  }
}
