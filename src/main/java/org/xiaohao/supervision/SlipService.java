package org.xiaohao.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Slip.State;
import org.xiaohao.supervision.Slips.Waiting;

/** Issues supervision slips, takes their answers, and closes them. The only writer of slips. */
@Service
@Transactional
public class SlipService {

  private final Slips slips;
  private final SlipDrafts drafts;
  private final SlipNotices notices;
  private final SlipWorkflow workflow;
  private final Campaigns campaigns;
  private final Deputies deputies;
  private final Clock clock;

  SlipService(
      Slips slips,
      SlipDrafts drafts,
      SlipNotices notices,
      SlipWorkflow workflow,
      Campaigns campaigns,
      Deputies deputies,
      Clock clock) {
    this.slips = slips;
    this.drafts = drafts;
    this.notices = notices;
    this.workflow = workflow;
    this.campaigns = campaigns;
    this.deputies = deputies;
    this.clock = clock;
  }

  /** Writes the slips of a morning: whatever got another colour or reached another level. */
  void write(String campaignId) {
    slips.insert(drafts.of(campaignId));
  }

  /** Asks for the answers to slips that were written. */
  int openChunk(String campaignId, int size) {
    var chunk = slips.toOpen(campaignId, size);
    for (var slip : chunk) {
      slips.opened(slip.key());
      workflow.opened(slip);
    }
    notices.post(campaignId, chunk);
    return chunk.size();
  }

  /** Closes slips that nothing stands on any more. */
  int closeChunk(String campaignId, int size) {
    var chunk = slips.doneWith(campaignId, size);
    chunk.forEach(this::close);
    return chunk.size();
  }

  /** Closes what is still standing, because the campaign ends; what problems are on outlives it. */
  int lapse(String campaignId, int size) {
    var chunk = slips.ending(campaignId, size);
    chunk.forEach(this::close);
    return chunk.size();
  }

  /** Its receiver has left: the next morning finds somebody else to answer. */
  void receiverLeft(String campaignId, String personId) {
    slips.of(campaignId, personId).forEach(this::close);
  }

  /**
   * Posts may have changed hands: what somebody else has to answer for is taken off the slips of
   * who had the post, and gets a new one with the round of the next morning.
   */
  void receiversChanged(String campaignId) {
    var astray = drafts.astray(campaignId);
    astray.forEach(one -> slips.takeOff(one, clock.instant()));
    slips.doneWith(astray.stream().map(Waiting::itemKey).distinct().toList()).forEach(this::close);
  }

  /** Takes items that have another colour now off the slips of their campaign. */
  void takeOff(String campaignId) {
    slips.takeOff(campaignId, clock.instant());
  }

  /** Those items have another colour now. */
  void settle(Collection<String> itemKeys) {
    if (!itemKeys.isEmpty()) {
      slips.takeOff(itemKeys, clock.instant());
      slips.doneWith(itemKeys).forEach(this::close);
    }
  }

  private void close(Slip slip) {
    slips.closed(slip, clock.instant());
    if (slip.state() == State.OPEN) {
      workflow.settled(slip);
    }
  }

  /**
   * Answers a slip.
   *
   * @param done what was done; required
   * @param reason why it is late; required
   * @param byWhen by when it will be done; a working day to come
   * @param by its receiver, or who stands in for its receiver now
   * @throws Refusal if it is not theirs to answer, was closed meanwhile, or something is missing
   */
  public void answer(
      String key, String done, String reason, @Nullable LocalDate byWhen, String by) {
    var slip = slips.get(key);
    if (!deputies.acts(slip.campaignId(), by, slip.personId())) {
      throw new Refusal("supervision.slip-not-yours", slip.mark());
    }
    if (slip.state() != State.OPEN) {
      throw new Refusal("supervision.slip-changed", slip.mark());
    }
    if (done.isBlank()) {
      throw new Refusal("supervision.slip-done-missing");
    }
    if (reason.isBlank()) {
      throw new Refusal("supervision.slip-reason-missing");
    }
    var now = clock.instant();
    if (byWhen == null) {
      throw new Refusal("supervision.slip-by-when");
    }
    campaigns.dates(campaigns.get(slip.campaignId())).requireWorkingDay(byWhen, now);
    slips.answered(slip, done, reason, byWhen, now);
  }
}
