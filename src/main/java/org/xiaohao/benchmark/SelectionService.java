package org.xiaohao.benchmark;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.benchmark.Selection.State;

/** What can be done with a unit's benchmarks and standard. The only writer of the room's tables. */
@Service
@Transactional
public class SelectionService {

  private final Selections selections;
  private final SelectionWorkflow workflow;
  private final SelectionRules rules;
  private final SelectionDates dates;
  private final Clock clock;

  SelectionService(
      Selections selections,
      SelectionWorkflow workflow,
      SelectionRules rules,
      SelectionDates dates,
      Clock clock) {
    this.selections = selections;
    this.workflow = workflow;
    this.rules = rules;
    this.dates = dates;
    this.clock = clock;
  }

  /** Its unit has another name, and so has the selection. */
  void renamed(Selection selection, String title) {
    var renamed = selections.save(selection.titled(title));
    if (renamed.isOpen()) {
      workflow.renamed(renamed);
    }
  }

  /** Opens a planned selection: the unit is asked for its proposal. */
  void open(Selection planned) {
    var open = selections.save(planned.opened(dates.due(planned, State.PROPOSING)));
    record(open, "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Proposes benchmarks and a standard (R53, R57), with the field visit where there was one (R56).
   *
   * @param by liaison or head of the unit
   * @throws org.xiaohao.shared.Refusal if it is not theirs, not open, or lacks what the plan asks
   */
  public void propose(String key, Proposal proposal, String by) {
    var selection = selections.get(key);
    rules.requireProposer(selection, by);
    rules.requireComplete(selection, proposal);
    var now = clock.instant();
    var proposed =
        selections.save(selection.proposed(now, by, dates.due(selection, State.DISCUSSING)));
    selections.addVersion(key, proposal, by, now);
    if (proposal.visit() != null) {
      selections.recordVisit(key, proposal.visit(), by, now);
    }
    record(proposed, by, "PROPOSED", null);
  }

  /**
   * Tells of the field visit apart from the proposal (R56); what was told before is replaced.
   *
   * @param by liaison or head of the unit
   * @throws org.xiaohao.shared.Refusal if it is not theirs, not complete, or outside of the window
   *     of the plan
   */
  public void tellOfVisit(String key, FieldVisit visit, String by) {
    var selection = selections.get(key);
    rules.requireProposer(selection, by);
    rules.requireComplete(selection, visit);
    selections.recordVisit(key, visit, by, clock.instant());
    record(selection, by, "VISITED", visit.place());
  }

  /**
   * Notes the collective discussion, and that it agreed (R58).
   *
   * @param by head of the unit, or who stands in; never who proposed
   */
  public void agree(String key, Discussion discussion, String by) {
    var selection = discussed(key, discussion, null, by);
    var agreed = selections.save(selection.agreed(dates.due(selection, State.CONFIRMING)));
    record(agreed, by, "AGREED", null);
  }

  /**
   * Notes the collective discussion, and that it did not agree (R58).
   *
   * @param reason what is to be improved; required
   * @param by head of the unit, or who stands in; never who proposed
   */
  public void disagree(String key, Discussion discussion, String reason, String by) {
    rules.requireReason(reason);
    sendBack(discussed(key, discussion, reason, by), "DISAGREED", reason, by);
  }

  private Selection discussed(
      String key, Discussion discussion, @Nullable String comment, String by) {
    var selection = selections.get(key);
    rules.requireDiscusser(selection, by);
    rules.requireComplete(selection, discussion);
    selections.addDiscussion(selections.newest(key), discussion, comment, by, clock.instant());
    return selection;
  }

  /**
   * Fixes benchmarks and standard of the unit, after the meetings (R54, R63).
   *
   * @param standard the standard as it was fixed; may differ from the draft
   * @param by somebody of the office who did not propose it
   */
  public void confirm(String key, String standard, String by) {
    var selection = selections.get(key);
    rules.requireConfirmer(selection, by);
    rules.requireStandard(selection, standard);
    var now = clock.instant();
    var confirmed = selections.save(selection.confirmed(now, by));
    selections.fix(new Standard(key, selection.unitId(), standard, now, by));
    record(confirmed, by, "CONFIRMED", null);
  }

  /**
   * Sends an agreed proposal back to the unit.
   *
   * @param reason what is to be improved; required
   * @param by somebody of the office who did not propose it
   */
  public void sendBack(String key, String reason, String by) {
    var selection = selections.get(key);
    rules.requireConfirmer(selection, by);
    rules.requireReason(reason);
    selections.comment(selections.newest(key), reason);
    sendBack(selection, "RETURNED", reason, by);
  }

  private void sendBack(Selection selection, String what, String reason, String by) {
    var returned = selections.save(selection.returned(dates.due(selection, State.RETURNED)));
    record(returned, by, what, reason);
  }

  /**
   * Moves the limit of one unit.
   *
   * @param planDate new plan date; falls on a working day like every date of the plan
   * @param reason why; required
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if the new limit has passed already
   */
  public void move(String key, LocalDate planDate, String reason, String by) {
    var selection = selections.get(key);
    rules.requireOffice(selection, by);
    rules.requireReason(reason);
    var to = dates.of(selection).ahead(planDate, clock.instant());
    var moved =
        selections.save(
            selection.moved(
                to,
                dates.of(selection).limit(to.effectiveDate()),
                dates.due(selection, selection.state(), to.effectiveDate())));
    record(moved, by, "MOVED", reason);
    if (moved.isOpen()) {
      workflow.moved(moved);
    }
  }

  /** Moves its limit by so many days; one that would have passed even then is left alone. */
  void moveBy(Selection row, long days, String reason, String by) {
    var to = row.date().planDate().plusDays(days);
    if (days != 0 && dates.of(row).isAhead(to, clock.instant())) {
      move(row.key(), to, reason, by);
    }
  }

  /** Moves the limit of all units that are not through yet. */
  public void moveAll(
      String campaignId, String selectionId, LocalDate planDate, String reason, String by) {
    selections.of(campaignId).stream()
        .filter(selection -> selection.selectionId().equals(selectionId))
        .filter(selection -> selection.isOpen() || selection.state() == State.PLANNED)
        .forEach(selection -> move(selection.key(), planDate, reason, by));
  }

  /**
   * Settles that the unit need not do it.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void waive(String key, String reason, String by) {
    var selection = selections.get(key);
    rules.requireOffice(selection, by);
    rules.requireReason(reason);
    settle(selection, State.WAIVED, reason, by);
  }

  /** Its unit is dissolved: nobody does it any more. */
  void unitRemoved(Selection selection, String reason, String by) {
    settle(selection, State.WAIVED, reason, by);
  }

  /** The campaign is closed: it was never confirmed. */
  void lapse(Selection selection) {
    settle(selection, State.LAPSED, null, "");
  }

  private void settle(Selection selection, State end, @Nullable String reason, String by) {
    var settled = selections.save(selection.settled(end, clock.instant(), by));
    record(settled, by, end.name(), reason);
    if (selection.isOpen()) {
      workflow.settled(settled);
    }
  }

  /** Records that it was done before the launch. */
  void recordPast(String key, String by) {
    var selection = selections.get(key);
    if (selection.state() == State.PAST) {
      record(selections.save(selection.recorded(clock.instant(), by)), by, "RECORDED", null);
    }
  }

  private void record(Selection selection, String who, String what, @Nullable String why) {
    selections.record(selection.key(), clock.instant(), who, what, why);
  }
}
