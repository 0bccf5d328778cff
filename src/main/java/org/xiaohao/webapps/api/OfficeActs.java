package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.SelectionService;
import org.xiaohao.campaign.Plan;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.meeting.MeetingService;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.MaterialService;
import org.xiaohao.study.StudyService;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.supervision.AssignmentCareService;
import org.xiaohao.supervision.InspectionService;

/** What the office may do with any item, done by the room that the item belongs to. */
@Component
class OfficeActs {

  private final SubmissionService papers;
  private final StudyService sessions;
  private final MaterialService materials;
  private final MeetingService meetings;
  private final Meetings arranged;
  private final ConsultationService consultations;
  private final SelectionService selections;
  private final ProblemCareService problems;
  private final AssignmentCareService assignments;
  private final InspectionService inspections;

  OfficeActs(
      SubmissionService papers,
      StudyService sessions,
      MaterialService materials,
      MeetingService meetings,
      Meetings arranged,
      ConsultationService consultations,
      SelectionService selections,
      ProblemCareService problems,
      AssignmentCareService assignments,
      InspectionService inspections) {
    this.papers = papers;
    this.sessions = sessions;
    this.materials = materials;
    this.meetings = meetings;
    this.arranged = arranged;
    this.consultations = consultations;
    this.selections = selections;
    this.problems = problems;
    this.assignments = assignments;
    this.inspections = inspections;
  }

  /**
   * Settles that it need not be done, or calls it off.
   *
   * @throws Refusal if it is done already, no reason is given, or its room knows no such thing
   */
  void waive(LedgerItem item, String reason, String by) {
    var key = item.key();
    switch (Thing.of(item)) {
      case PAPER -> papers.waive(key, reason, by);
      case SESSION -> sessions.cancel(key, reason, by);
      case MATERIAL -> materials.waive(key, reason, by);
      case MEETING -> meetings.cancel(key, reason, by);
      case CONSULTATION -> consultations.waive(key, reason, by);
      case SELECTION -> selections.waive(key, reason, by);
      case PROBLEM -> problems.cancel(key, reason, by);
      case ASSIGNMENT -> assignments.cancel(key, reason, by);
      case INSPECTION -> inspections.cancel(key, reason, by);
      case OTHER -> throw new Refusal("webapps.not-for-office", item.title());
    }
  }

  /**
   * Moves its date; with the material of a study day the sessions of all units move.
   *
   * @throws Refusal if it is too late for that, no reason is given, or its room knows no such thing
   */
  void move(LedgerItem item, LocalDate planDate, String reason, String by) {
    var key = item.key();
    switch (Thing.of(item)) {
      case PAPER -> papers.move(key, planDate, reason, by);
      case SESSION -> sessions.move(key, planDate, reason, by);
      case MATERIAL -> materials.moveDay(key, planDate, reason, by);
      case MEETING -> meetings.move(key, planDate, reason, by);
      case CONSULTATION -> consultations.move(key, planDate, reason, by);
      case SELECTION -> selections.move(key, planDate, reason, by);
      case PROBLEM -> problems.move(key, planDate, reason, by);
      case ASSIGNMENT -> assignments.move(key, planDate, reason, by);
      case INSPECTION -> inspections.move(key, planDate, reason, by);
      case OTHER -> throw new Refusal("webapps.not-for-office", item.title());
    }
  }

  /**
   * Changes time, place or chair of a meeting that is arranged; what is null or blank stays.
   *
   * @throws Refusal if it is none, is not arranged, no reason is given, or the time cannot be
   */
  void rearrange(
      LedgerItem item,
      @Nullable LocalDate day,
      @Nullable LocalTime starts,
      @Nullable LocalTime ends,
      String place,
      String host,
      String reason,
      String by) {
    var arrangement =
        Thing.of(item) == Thing.MEETING ? arranged.get(item.key()).arrangement() : null;
    if (arrangement == null) {
      throw new Refusal("webapps.not-arranged", item.title());
    }
    meetings.rearrange(item.key(), arrangement.with(day, starts, ends, place, host), reason, by);
  }

  /**
   * Moves all things of a kind that have one limit: papers, consultations, selections. Papers may
   * be very many: a chunk is a transaction, and a second attempt goes on with what is left.
   *
   * @throws Refusal if the plan has no such kind
   */
  void moveKind(Plan plan, String kind, LocalDate planDate, String reason, String by) {
    if (plan.paper(kind).isPresent()) {
      var more = true;
      while (more) {
        more = papers.moveChunk(plan.id(), kind, planDate, reason, by);
      }
    } else if (plan.consultations().stream().anyMatch(form -> form.id().equals(kind))) {
      consultations.moveAll(plan.id(), kind, planDate, reason, by);
    } else if (plan.benchmarkSelections().stream().anyMatch(one -> one.id().equals(kind))) {
      selections.moveAll(plan.id(), kind, planDate, reason, by);
    } else {
      throw new Refusal("webapps.kind-unknown", kind);
    }
  }
}
