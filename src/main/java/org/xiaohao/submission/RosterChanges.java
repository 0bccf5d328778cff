package org.xiaohao.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PaperOwed;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.roster.BranchAdded;
import org.xiaohao.roster.BranchRemoved;
import org.xiaohao.roster.PartyRenamed;
import org.xiaohao.roster.PersonJoined;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.UnitAdded;
import org.xiaohao.roster.UnitAmended;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.submission.Submission.State;

/**
 * Who joins, leaves or changes unit after the launch. The rule: who joins owes every personal paper
 * whose last day has not passed; who leaves owes nothing any more, what was accepted stays; who is
 * back owes again what was let go then, as far as its last day has not passed; who changes unit
 * keeps what they owe, it counts in the new unit and is reviewed there. Papers of a unit stay with
 * the unit. A new unit or branch owes what its like owe, as far as the last day has not passed.
 * What a unit or branch that is dissolved owes is waived. Whatever is not settled is called after
 * the new name of whose it is, and reviewed by who may do it in a unit with another head, liaison
 * or leader in charge.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RosterChanges {

  private final Campaigns campaigns;
  private final Submissions submissions;
  private final SubmissionService service;
  private final OwedSubmissions owed;
  private final Rosters rosters;
  private final Clock clock;

  RosterChanges(
      Campaigns campaigns,
      Submissions submissions,
      SubmissionService service,
      OwedSubmissions owed,
      Rosters rosters,
      Clock clock) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.service = service;
    this.owed = owed;
    this.rosters = rosters;
    this.clock = clock;
  }

  @EventListener
  void on(PersonJoined joined) {
    var campaign = campaigns.get(joined.campaignId());
    var today = campaigns.dates(campaign).day(clock.instant());
    submissions.ofPerson(campaign.id(), joined.person().id()).stream()
        .filter(row -> !row.lastDate().isBefore(today) && service.isLeftBehind(row))
        .forEach(row -> back(campaign, row, joined.person().unitId(), today));
    owe(
        joined.campaignId(),
        OwedBy.PERSON,
        (owing, paper) -> owed.byPerson(owing, paper, joined.person()));
  }

  private void back(Campaign campaign, Submission row, @Nullable String unitId, LocalDate today) {
    var paper = campaign.plan().paper(row.paperId()).orElseThrow();
    var begun = paper.owedBy() == OwedBy.SPEAKER || begun(campaign.id(), paper, today);
    service.ownerBack(row, paper.owedBy() == OwedBy.SPEAKER ? row.unitId() : unitId, begun);
  }

  private boolean begun(String campaignId, Paper paper, LocalDate today) {
    return campaigns.hasBegun(campaignId, paper.phase(), paper.work(), today);
  }

  @EventListener
  void on(UnitAdded added) {
    owe(
        added.campaignId(),
        OwedBy.UNIT,
        (campaign, paper) -> owed.byUnit(campaign, paper, added.unit()));
  }

  @EventListener
  void on(BranchAdded added) {
    owe(
        added.campaignId(),
        OwedBy.BRANCH,
        (campaign, paper) -> owed.byBranch(campaign, paper, added.branch()));
  }

  private void owe(
      String campaignId, OwedBy party, BiFunction<Campaign, Paper, Submission> submission) {
    var campaign = campaigns.get(campaignId);
    var today = campaigns.dates(campaign).day(clock.instant());
    campaign.plan().papers().stream()
        .filter(paper -> paper.owedBy() == party)
        .forEach(
            paper -> {
              var row = submission.apply(campaign, paper);
              if (!row.lastDate().isBefore(today)) {
                service.owe(row, begun(campaign.id(), paper, today));
              }
            });
  }

  @EventListener
  void on(PersonLeft left) {
    submissions.ofPerson(left.campaignId(), left.person().id()).stream()
        .filter(row -> row.isOpen() || row.state() == State.PLANNED)
        .forEach(service::ownerLeft);
  }

  @EventListener
  void on(PersonMoved moved) {
    submissions.ofPerson(moved.campaignId(), moved.after().id()).stream()
        .filter(row -> row.isOpen() || row.state() == State.PLANNED)
        .forEach(row -> service.ownerMoved(row, moved.after().unitId()));
  }

  @EventListener
  void on(UnitRemoved removed) {
    var reason = removed.reason(campaigns.get(removed.campaignId()).plan().language());
    submissions.work().unfinishedOf(removed.campaignId(), removed.unit().id()).stream()
        .filter(row -> row.owedBy() == OwedBy.UNIT)
        .forEach(row -> service.partyRemoved(row, reason, removed.by()));
  }

  @EventListener
  void on(BranchRemoved removed) {
    var reason = removed.reason(campaigns.get(removed.campaignId()).plan().language());
    submissions
        .unfinishedOfBranch(removed.campaignId(), removed.branch().id())
        .forEach(row -> service.partyRemoved(row, reason, removed.by()));
  }

  @EventListener
  void on(UnitAmended amended) {
    submissions
        .work()
        .unfinishedOf(amended.campaignId(), amended.after().id())
        .forEach(row -> service.reviewersChanged(row, amended.relieved()));
  }

  @EventListener
  void on(PartyRenamed renamed) {
    whose(renamed)
        .filter(row -> renamed.changes(row.title()))
        .forEach(row -> service.renamed(row, renamed.in(row.title())));
  }

  private Stream<Submission> whose(PartyRenamed renamed) {
    var campaign = renamed.campaignId();
    return switch (renamed.party()) {
      case UNIT ->
          submissions.work().unfinishedOf(campaign, renamed.id()).stream()
              .filter(row -> row.owedBy() == OwedBy.UNIT);
      case BRANCH -> submissions.unfinishedOfBranch(campaign, renamed.id()).stream();
      case PERSON ->
          submissions.ofPerson(campaign, renamed.id()).stream()
              .filter(row -> row.isOpen() || row.state() == State.PLANNED);
    };
  }

  /** A speaker owes a speech text (R41). */
  @EventListener
  void on(PaperOwed fact) {
    var campaign = campaigns.get(fact.campaignId());
    var paper = campaign.plan().paper(fact.paperId()).orElseThrow();
    var name =
        rosters
            .person(fact.campaignId(), fact.personId())
            .map(person -> person.name())
            .orElse(fact.personId());
    service.owe(owed.bySpeaker(campaign, paper, fact, name), true);
  }
}
