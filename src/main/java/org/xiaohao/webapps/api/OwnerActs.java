package org.xiaohao.webapps.api;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.FieldVisit;
import org.xiaohao.benchmark.SelectionService;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.SuggestionService;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.StudyService;
import org.xiaohao.submission.SubmissionService;

/** What owners may do with their items beyond the forms, as the person who is logged in. */
@Component
public class OwnerActs {

  private final ItemAccess access;
  private final SubmissionService submissions;
  private final ProblemCareService problems;
  private final StudyService sessions;
  private final SelectionService selections;
  private final SuggestionService suggestions;
  private final Campaigns campaigns;
  private final Remarks remarks;
  private final DeputyService deputies;
  private final Login login;

  OwnerActs(
      ItemAccess access,
      SubmissionService submissions,
      ProblemCareService problems,
      StudyService sessions,
      SelectionService selections,
      SuggestionService suggestions,
      Campaigns campaigns,
      Remarks remarks,
      DeputyService deputies,
      Login login) {
    this.access = access;
    this.submissions = submissions;
    this.problems = problems;
    this.sessions = sessions;
    this.selections = selections;
    this.suggestions = suggestions;
    this.campaigns = campaigns;
    this.remarks = remarks;
    this.deputies = deputies;
    this.login = login;
  }

  /**
   * Takes it back before it was reviewed.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, or is reviewed already
   */
  public void withdraw(String key) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> submissions.withdraw(key, person));
    acted(item, "withdraw");
  }

  /**
   * Opens the preparation of a session again.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, is not prepared, or has begun
   */
  void reopen(String key) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> sessions.reopen(key, person));
    acted(item, "reopen");
  }

  /**
   * Tells of a field visit.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, not complete, or outside of its window
   */
  void tellOfVisit(String key, FieldVisit visit) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> selections.tellOfVisit(key, visit, person));
    acted(item, "tellOfVisit");
  }

  /**
   * Asks the office for more time.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, no reason is given, or the day is none
   *     that can be asked for
   */
  public void askExtension(String key, LocalDate until, String reason) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(
        () -> {
          if (Thing.of(item) == Thing.PROBLEM) {
            problems.askExtension(key, until, reason, person);
          } else {
            submissions.askExtension(key, until, reason, person);
          }
        });
    acted(item, "askExtension");
  }

  /**
   * Puts an opinion of minutes or of a summary on the problem list.
   *
   * @throws org.xiaohao.shared.Refusal if there is none with that number, or it stands there
   *     already
   */
  void listProblem(String key, int number) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> remarks.list(item, number, person));
    acted(item, "listProblem");
  }

  /** Whether what was found goes on the problem list from the page of this report. */
  boolean mayListFindings(Campaign campaign, LedgerItem item) {
    return item.unitId() != null
        && campaign.plan().paper(item.kindId()).filter(Plan.Paper::selfCheck).isPresent()
        && (access.owns(item) || login.isOffice(item.campaignId()));
  }

  /**
   * Puts on the problem list what a unit has found in its self-check.
   *
   * @throws org.xiaohao.shared.Refusal if it is no report of a self-check, or none of theirs
   */
  void listFinding(String key, String source, String text) {
    var person = login.id();
    var item = access.visible(key);
    var unit = item.unitId();
    if (unit == null || !mayListFindings(campaigns.get(item.campaignId()), item)) {
      throw new Refusal("webapps.item-not-yours", item.title());
    }
    var report = campaigns.get(item.campaignId()).plan().paper(item.kindId()).orElseThrow();
    login.asHouse(
        () ->
            suggestions.listFinding(
                item.campaignId(), key, report.title(), unit, source, text, person));
    acted(item, "listProblem");
  }

  /** What a deputy did is noted as done for the absent person. */
  private void acted(LedgerItem item, String what) {
    deputies.acted(item.campaignId(), item.key(), what, login.id(), access.owners(item));
  }
}
