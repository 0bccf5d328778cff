package org.xiaohao.appraisal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.appraisal.Objection.Outcome;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** What can be done in an appraisal. With {@link Verdicts} the only writer of the room's tables. */
@Service
@Transactional
public class AppraisalService {

  /** Working days within which the office reviews the proposal, and decides an objection. */
  private static final int OFFICE_DAYS = 2;

  private final Rounds rounds;
  private final Proposals proposals;
  private final Verdicts verdicts;
  private final Scores scores;
  private final ScoreTable table;
  private final AppraisalRules rules;
  private final AppraisalNotices notices;
  private final AppraisalWorkflow workflow;
  private final Campaigns campaigns;
  private final Clock clock;

  AppraisalService(
      Rounds rounds,
      Proposals proposals,
      Verdicts verdicts,
      Scores scores,
      ScoreTable table,
      AppraisalRules rules,
      AppraisalNotices notices,
      AppraisalWorkflow workflow,
      Campaigns campaigns,
      Clock clock) {
    this.rounds = rounds;
    this.proposals = proposals;
    this.verdicts = verdicts;
    this.scores = scores;
    this.table = table;
    this.rules = rules;
    this.notices = notices;
    this.workflow = workflow;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Starts the appraisal before the last phase has ended.
   *
   * @param by somebody of the office
   * @throws Refusal if it has begun
   */
  public Round start(String campaignId, String by) {
    var campaign = campaigns.get(campaignId);
    rules.requireOffice(campaignId, by);
    if (rounds.find(campaignId).isPresent()) {
      throw new Refusal("appraisal.begun", campaign.plan().title());
    }
    return begin(campaign, by);
  }

  /** Starts it where the office has not: all phases have ended. */
  void startAtTheEnd(String campaignId) {
    if (rounds.find(campaignId).isEmpty()) {
      begin(campaigns.get(campaignId), "");
    }
  }

  private Round begin(Campaign campaign, String by) {
    var dates = campaigns.dates(campaign);
    var now = clock.instant();
    var due = dates.limitAfter(now, OFFICE_DAYS);
    var key = campaign.id() + "/appraisal";
    var title =
        Messages.text(campaign.plan().language(), "appraisal.title", campaign.plan().title());
    var round =
        new Round(
            key,
            campaign.id(),
            title,
            Round.State.COMPUTING,
            by,
            due,
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            0);
    rounds.insert(round, now, dates.day(due));
    rounds.record(key, now, by, "STARTED", null);
    workflow.started(round);
    return rounds.get(key);
  }

  /** Counts the points of everybody and makes the proposal, in place of an earlier one. */
  public void compute(String key) {
    var round = rounds.get(key);
    var now = clock.instant();
    rounds.save(round.computed(now));
    rounds.leftOut(key, scores.count(round, now));
    rounds.objections(key).stream()
        .map(Objection::party)
        .distinct()
        .forEach(party -> verdicts.spare(key, party));
    rounds.scoredBy(key, table.version());
    rounds.record(key, now, "", "COMPUTED", null);
  }

  /** Notes that the records were completed and are to be counted anew. */
  public void recompute(String key, String by) {
    var round = rounds.get(key);
    rules.requireOffice(round.campaignId(), by);
    round.require(round.state() == Round.State.REVIEWING);
    rounds.record(key, clock.instant(), by, "RECOMPUTE", null);
  }

  /**
   * Confirms the proposal for the office, with changes.
   *
   * @param changes verdicts as the form shows them, changed or not
   * @param more verdicts on parties that the proposal does not name
   */
  public void confirm(String key, List<Change> changes, List<Named> more, String by) {
    var round = rounds.get(key);
    rules.requireOffice(round.campaignId(), by);
    changes.forEach(wanted -> verdicts.change(key, wanted, by));
    more.forEach(named -> verdicts.change(key, verdicts.resolve(key, named), by));
    verdicts.requireHearable(key);
    var dates = campaigns.dates(campaigns.get(round.campaignId()));
    var now = clock.instant();
    var until = dates.limitAfter(now, dates.plan().appraisal().objectionDays());
    rounds.save(round.confirmed(by, until));
    record(key, by, "CONFIRMED", null);
  }

  /**
   * Somebody whom the proposal does not name.
   *
   * @param name of the unit or person, or its id
   */
  public record Named(String name, Verdict verdict, String reason) {}

  /** Tells everybody who is named for criticism and was not told before, at once. */
  public void announce(String key) {
    var round = rounds.get(key);
    proposals.hear(key, round.hearings());
    proposals
        .heardIn(key, round.hearings())
        .forEach(proposal -> notices.criticismProposed(round, proposal));
  }

  /**
   * Somebody who is named says whether they object.
   *
   * @param text why; required where they object
   */
  public void answer(String key, Party party, Answer answer, String text, String by) {
    var round = rounds.get(key);
    rules.requireNamed(round, party, by);
    round.require(round.state() == Round.State.HEARING);
    if (round.objectionsUntil() != null && clock.instant().isAfter(round.objectionsUntil())) {
      throw new Refusal("appraisal.objection-late");
    }
    if (answer == Answer.OBJECTED) {
      AppraisalRules.requireText(text, "appraisal.objection-text");
      rounds.object(round, party, by, clock.instant(), text);
    }
    record(key, by, answer.name(), party.key());
  }

  /**
   * Decides an objection; where it is upheld, criticism is off the proposal.
   *
   * @param reason why; required
   * @param by somebody of the office, never who objects
   */
  public void decideObjection(String key, Party party, Outcome outcome, String reason, String by) {
    var round = rounds.get(key);
    rules.requireOffice(round.campaignId(), by);
    var objection =
        rounds
            .objection(key, party)
            .filter(raised -> raised.outcome() == null)
            .orElseThrow(() -> new Refusal("appraisal.objection-unknown", party.id()));
    rules.requireOtherThanObjector(objection, by);
    AppraisalRules.requireText(reason, "appraisal.objection-reason");
    rounds.decide(key, party, outcome, reason, by, clock.instant());
    if (outcome == Outcome.UPHELD) {
      proposals.decide(key, new Change(party, Verdict.NONE, reason), by);
    }
    record(key, by, outcome.name(), party.key());
  }

  /**
   * The leading group confirms each verdict, changes it with a reason, or takes it off. Criticism
   * may stay or be taken off, but not be added: who is criticised was heard before (R87).
   */
  public void decide(String key, List<Change> changes, String by) {
    var round = rounds.get(key);
    rules.requireLeadingGroup(round.campaignId(), by);
    rules.requireOtherThanReviewer(round, by);
    for (var wanted : changes) {
      verdicts.requireHeard(key, wanted);
      verdicts.change(key, wanted, by);
    }
    rounds.save(round.decided(by));
    record(key, by, "DECIDED", null);
  }

  /**
   * The leading group does not agree to the proposal: the office reviews it anew, names others or
   * has the points counted again. Who was heard is not heard again for the same.
   *
   * @param reason why; required
   */
  public void sendBack(String key, String reason, String by) {
    var round = rounds.get(key);
    rules.requireLeadingGroup(round.campaignId(), by);
    rules.requireOtherThanReviewer(round, by);
    AppraisalRules.requireText(reason, "appraisal.send-back-reason");
    var dates = campaigns.dates(campaigns.get(round.campaignId()));
    var due = dates.limitAfter(clock.instant(), OFFICE_DAYS);
    rounds.save(round.sentBack(reason, due));
    rounds.reviewBy(key, dates.day(due));
    record(key, by, "SENT_BACK", reason);
  }

  /** Publishes what was decided: everybody concerned is told. */
  public void publish(String key) {
    var round = rounds.save(rounds.get(key).published(clock.instant()));
    for (var verdict : new Verdict[] {Verdict.COMMEND, Verdict.CRITICISE}) {
      notices.decided(round, verdict, proposals.with(key, verdict));
    }
    record(key, "", "PUBLISHED", null);
  }

  private void record(String key, String who, String what, @Nullable String why) {
    Instant now = clock.instant();
    rounds.record(key, now, who, what, why);
  }
}
