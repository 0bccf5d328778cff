package org.xiaohao.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.WorkKind;
import org.xiaohao.campaign.PlanDates;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.consultation.ConsultationForm.Source;
import org.xiaohao.shared.Refusal;

/**
 * What the unit and the office do with a consultation. With {@link RespondentService} the only
 * writer of the room's tables.
 */
@Service
@Transactional
public class ConsultationService {

  /** Working days that the office has to decide about too few forms. */
  private static final int DECISION_DAYS = 2;

  /** Working days that the unit has to sum up the opinions. */
  private static final int SUMMARY_DAYS = 3;

  private final Consultations consultations;
  private final ConsultationForms forms;
  private final FormIntake intake;
  private final ConsultationWorkflow workflow;
  private final ConsultationRules rules;
  private final Campaigns campaigns;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ConsultationService(
      Consultations consultations,
      ConsultationForms forms,
      FormIntake intake,
      ConsultationWorkflow workflow,
      ConsultationRules rules,
      Campaigns campaigns,
      ApplicationEventPublisher events,
      Clock clock) {
    this.consultations = consultations;
    this.forms = forms;
    this.intake = intake;
    this.workflow = workflow;
    this.rules = rules;
    this.campaigns = campaigns;
    this.events = events;
    this.clock = clock;
  }

  /** Its unit has another name, and so has the consultation. */
  void renamed(Consultation consultation, String title) {
    var renamed = consultations.save(consultation.titled(title));
    if (renamed.isOpen()) {
      workflow.renamed(renamed);
    }
  }

  /** Opens a planned consultation: its unit is asked for forms. */
  public void open(Consultation planned) {
    var open = consultations.save(planned.opened());
    record(open, "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Stores forms that came back on paper, and asks for the gate where they are complete. Enough
   * valid forms pass it, too few leave the decision to the office.
   *
   * @param filledIn forms to add, may be none
   * @param complete whether no more forms are expected
   * @param by the unit's liaison or head
   * @throws Refusal if a form lacks the affiliation, or forms are not being collected
   */
  public void collect(String key, List<FilledIn> filledIn, boolean complete, String by) {
    var consultation = consultations.lock(key);
    rules.requireUnit(consultation, by);
    consultation.require(consultation.state() == State.COLLECTING);
    if (!filledIn.isEmpty()) {
      intake.store(consultation, filledIn, Source.PAPER, by);
      record(consultation, by, "FORMS_ENTERED", String.valueOf(filledIn.size()));
    }
    if (complete) {
      askForGate(consultation, by);
    }
  }

  private void askForGate(Consultation consultation, String by) {
    var valid = forms.valid(consultation.key());
    var now = clock.instant();
    var dates = dates(consultation);
    var next =
        consultation.mayPass(valid)
            ? consultation.enough(valid, now, dates.limitAfter(now, SUMMARY_DAYS))
            : consultation.fellShort(now, dates.limitAfter(now, DECISION_DAYS));
    consultations.save(next);
    record(next, by, next.state().name(), valid + "/" + next.quota());
  }

  /**
   * Lets the unit go on collecting.
   *
   * @param until day by which the unit has to be complete; falls on a working day like every date
   *     of the plan
   * @param note what the unit is told; may be empty
   * @param by somebody of the office
   * @throws Refusal if the limit of that day has passed already
   */
  public void goOn(String key, LocalDate until, String note, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    var dates = dates(consultation);
    var due = dates.limit(dates.effective(until).effectiveDate());
    if (!due.isAfter(clock.instant())) {
      throw new Refusal("consultation.until-past", until);
    }
    var collecting = consultations.save(consultation.continued(due));
    record(collecting, by, "CONTINUED", note.isBlank() ? until.toString() : until + " " + note);
  }

  /**
   * Closes the gate behind the unit, with as many forms as there are.
   *
   * @param reason why; required where they are fewer than the quota
   * @param by somebody of the office
   */
  public void letPass(String key, String reason, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    var valid = forms.valid(key);
    var now = clock.instant();
    var due = dates(consultation).limitAfter(now, SUMMARY_DAYS);
    if (consultation.mayPass(valid)) {
      record(consultations.save(consultation.enough(valid, now, due)), by, "SUMMARISING", reason);
      return;
    }
    if (reason.isBlank()) {
      throw new Refusal(
          "consultation.pass-reason", String.valueOf(valid), String.valueOf(consultation.quota()));
    }
    record(consultations.save(consultation.letPass(reason, due)), by, "LET_PASS", reason);
  }

  /**
   * Judges a form otherwise than the rules did.
   *
   * @param number of the form
   * @param reason why; required
   * @param by somebody of the office
   * @throws Refusal if a unit that has passed the gate would fall below its quota
   */
  public void overrule(String key, int number, Validity validity, String reason, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    consultation.require(consultation.isOpen());
    if (reason.isBlank()) {
      throw new Refusal("consultation.overrule-reason");
    }
    var form = form(key, number);
    forms.overrule(form, validity, reason, by);
    if (consultation.state() == State.SUMMARISING && !consultation.mayPass(forms.valid(key))) {
      throw new Refusal("consultation.would-fall-short", String.valueOf(consultation.quota()));
    }
    record(
        consultation,
        by,
        "OVERRULED",
        "#" + number + " " + form.validity() + " > " + validity + ": " + reason);
  }

  /** Sums up what the forms say, with nothing for the problem list. */
  public void summarise(String key, String summary, String by) {
    summarise(key, summary, Set.of(), by);
  }

  /**
   * Sums up what the forms say (R52); the consultation is complete.
   *
   * @param summary text of any length; required
   * @param problems numbers of the forms whose opinions go on the problem list
   * @param by the unit's liaison or head
   */
  public void summarise(String key, String summary, Set<Integer> problems, String by) {
    var consultation = consultations.lock(key);
    rules.requireUnit(consultation, by);
    if (summary.isBlank()) {
      throw new Refusal("consultation.summary-missing");
    }
    if (summary.indexOf('\0') >= 0) {
      throw new Refusal("consultation.summary-control-character");
    }
    var done = consultations.save(consultation.completed(summary, clock.instant(), by));
    record(done, by, "COMPLETED", null);
    problems.stream().sorted().forEach(number -> listed(done, form(key, number), by));
  }

  /**
   * Puts the opinions of a form on the problem list, at any time after it came back; the link to it
   * is kept. A form that is there already is left alone.
   *
   * @param number of the form
   * @param by the unit's liaison or head
   */
  public void listAsProblem(String key, int number, String by) {
    var consultation = consultations.lock(key);
    rules.requireUnit(consultation, by);
    listed(consultation, form(key, number), by);
  }

  /** What respondents wrote and not who they are: their affiliation stays with the form (A19). */
  private void listed(Consultation consultation, ConsultationForm form, String by) {
    var entry = ConsultationEntries.of(campaigns.get(consultation.campaignId()), consultation);
    var served =
        dates(consultation)
            .plan()
            .works()
            .anyMatch(work -> work.id().equals(entry.work()) && work.kind() == WorkKind.GAPS);
    events.publishEvent(
        new ProblemFound(
            consultation.campaignId(),
            served ? ProblemFound.Source.CHECK_SERVED : ProblemFound.Source.CONSULTATION,
            consultation.key() + "#" + form.number(),
            consultation.title() + " #" + form.number(),
            consultation.unitId(),
            form.content().answers().stream()
                .filter(answer -> !answer.isBlank())
                .collect(Collectors.joining("\n")),
            null,
            by));
  }

  private ConsultationForm form(String key, int number) {
    return forms
        .find(key, number)
        .orElseThrow(() -> new Refusal("consultation.no-form", String.valueOf(number)));
  }

  /**
   * Settles that the unit need not hold it.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void waive(String key, String reason, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    if (reason.isBlank()) {
      throw new Refusal("consultation.waive-reason");
    }
    settle(consultation, State.WAIVED, reason, by);
  }

  /** Its unit is dissolved: nobody does it any more. */
  void unitRemoved(Consultation consultation, String reason, String by) {
    settle(consultations.lock(consultation.key()), State.WAIVED, reason, by);
  }

  /** The campaign is closed: it was never finished. */
  public void lapse(Consultation consultation) {
    settle(consultations.lock(consultation.key()), State.LAPSED, null, "");
  }

  private void settle(Consultation consultation, State end, @Nullable String why, String by) {
    var settled = consultations.save(consultation.settled(end, clock.instant(), by));
    record(settled, by, end.name(), why);
    if (consultation.isOpen()) {
      workflow.settled(settled);
    }
  }

  /**
   * Moves the limit of one unit, while it has not been complete yet.
   *
   * @param planDate new plan date; falls on a working day like every date of the plan
   * @param reason why; required
   * @param by somebody of the office
   * @throws Refusal if the new limit has passed already
   */
  public void move(String key, LocalDate planDate, String reason, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    if (reason.isBlank()) {
      throw new Refusal("consultation.move-reason");
    }
    var dates = dates(consultation);
    var date = dates.ahead(planDate, clock.instant());
    var moved = consultations.save(consultation.moved(date, dates.limit(date.effectiveDate())));
    record(moved, by, "MOVED", planDate + " " + reason);
    if (moved.isOpen()) {
      workflow.moved(moved);
    }
  }

  /** Moves its limit by so many days; one that would have passed even then is left alone. */
  void moveBy(Consultation row, long days, String reason, String by) {
    var to = row.date().planDate().plusDays(days);
    if (days != 0 && dates(row).isAhead(to, clock.instant())) {
      move(row.key(), to, reason, by);
    }
  }

  /** Moves the limit of all units that have not been complete yet. */
  public void moveAll(
      String campaignId, String consultationId, LocalDate planDate, String reason, String by) {
    consultations.of(campaignId, consultationId).stream()
        .filter(row -> row.state() == State.PLANNED || row.state() == State.COLLECTING)
        .forEach(row -> move(row.key(), planDate, reason, by));
  }

  /** Records that a consultation of the past was held before the launch. */
  public void recordPast(String key, String by) {
    var consultation = consultations.lock(key);
    if (consultation.state() == State.PAST) {
      consultations.save(consultation.recorded(clock.instant(), by));
      record(consultation, by, "RECORDED", null);
    }
  }

  private PlanDates dates(Consultation consultation) {
    return campaigns.dates(campaigns.get(consultation.campaignId()));
  }

  private void record(Consultation consultation, String who, String what, @Nullable String why) {
    consultations.record(consultation.key(), clock.instant(), who, what, why);
  }
}
