package org.xiaohao.submission.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.Submissions;

/** What the model {@code submission} asks by expression; reads only. */
@Component
public class SubmissionTasks {

  private final Submissions submissions;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final SubmissionBriefs briefs;
  private final SubmissionTable table;
  private final ObjectMapper json;
  private final Clock clock;

  SubmissionTasks(
      Submissions submissions,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Deputies deputies,
      SubmissionBriefs briefs,
      SubmissionTable table,
      ObjectMapper json,
      Clock clock) {
    this.submissions = submissions;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.briefs = briefs;
    this.table = table;
    this.json = json;
    this.clock = clock;
  }

  /** The person who owes it; null where a unit or branch does. */
  public @Nullable String owner(DelegateExecution execution) {
    return submission(execution).personId();
  }

  /** Groups whose members may hand it in; none where a person owes it. */
  public List<String> submitters(DelegateExecution execution) {
    var submission = submission(execution);
    var campaign = submission.campaignId();
    return switch (submission.owedBy()) {
      case PERSON, SPEAKER -> List.of();
      case UNIT ->
          List.of(
              Groups.liaison(campaign, submission.unitId()),
              Groups.head(campaign, submission.unitId()));
      case BRANCH -> List.of(Groups.secretary(campaign, submission.branchId()));
    };
  }

  /** Group that reviews it, never one in which nobody else than the submitter is (A16, A17). */
  public String reviewers(DelegateExecution execution) {
    return reviewers(submission(execution));
  }

  String reviewers(Submission submission) {
    var campaign = submission.campaignId();
    return switch (submission.owedBy()) {
      case PERSON, SPEAKER ->
          rosters
              .person(campaign, submission.personId())
              .map(person -> reviewersOfPerson(submission, person))
              .orElse(Groups.office(campaign));
      case UNIT -> reviewersOfUnit(submission);
      case BRANCH -> responsibles.reviewersOfBranch(campaign, submission.branchId());
    };
  }

  /** A head, or leader in charge, who handed it in as the owner's deputy leaves it to others. */
  private String reviewersOfPerson(Submission submission, Person owner) {
    var campaign = submission.campaignId();
    var group = responsibles.reviewersOf(campaign, owner);
    var unit = owner.unitId();
    if (unit == null || group.equals(Groups.office(campaign))) {
      return group;
    }
    var byHead = handedIn(submission, responsibles.headOf(campaign, unit));
    return group.equals(Groups.head(campaign, unit)) && !byHead
        ? group
        : leaderOrOffice(submission, unit);
  }

  private String reviewersOfUnit(Submission submission) {
    var campaign = submission.campaignId();
    var unit = submission.unitId();
    return handedIn(submission, responsibles.headOf(campaign, unit))
        ? leaderOrOffice(submission, unit)
        : responsibles.reviewersOfUnit(campaign, unit);
  }

  private String leaderOrOffice(Submission submission, String unit) {
    var campaign = submission.campaignId();
    var leader = responsibles.leaderInChargeOf(campaign, unit);
    return leader.isPresent() && !handedIn(submission, leader)
        ? Groups.leader(campaign, unit)
        : Groups.office(campaign);
  }

  /** Whether that person handed it in, or the person's deputy did. */
  private boolean handedIn(Submission submission, Optional<Person> person) {
    return person
        .map(Person::id)
        .filter(
            id ->
                id.equals(submission.submittedBy())
                    || deputies.hasActed(submission.key(), submission.submittedBy(), id))
        .isPresent();
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(submission(execution).campaignId());
  }

  /** When the owner has to have acted. */
  public Date due(DelegateExecution execution) {
    return Date.from(submission(execution).dueAt());
  }

  /** When the reviewer has to have acted. */
  public Date reviewDue(DelegateExecution execution) {
    var dates = campaigns.dates(campaigns.of(execution.getProcessBusinessKey()));
    return Date.from(dates.limitAfter(clock.instant(), dates.plan().settings().reviewDays()));
  }

  /** When the office has to have decided about more time: by the end of the next working day. */
  public Date extensionDue(DelegateExecution execution) {
    var dates = campaigns.dates(campaigns.of(execution.getProcessBusinessKey()));
    return Date.from(dates.limitAfter(clock.instant(), 1));
  }

  /** What the form for handing in shows. */
  public String submitBrief(DelegateExecution execution) {
    return briefs.submit(submission(execution));
  }

  /** What the form for the review shows. */
  public String reviewBrief(DelegateExecution execution) {
    return briefs.review(submission(execution));
  }

  /** What the form for more time shows. */
  public String extensionBrief(DelegateExecution execution) {
    return briefs.extension(submission(execution));
  }

  /** {@code TEXT}, {@code TABLE} or {@code FILES}; decides which fields the form shows. */
  public String content(DelegateExecution execution) {
    return briefs.paper(submission(execution)).content().name();
  }

  /** Titles and choices of the columns, for the form of a table paper. */
  public Object columns(DelegateExecution execution) {
    return json(table.columns(briefs.paper(submission(execution))));
  }

  /** What the form is filled with beforehand: the version before, or rows to begin with. */
  public Object paper(DelegateExecution execution) {
    return json(table.draft(submission(execution)));
  }

  /** The newest version, for the form of the review. */
  public Object handedIn(DelegateExecution execution) {
    return json(table.newest(submission(execution)));
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Submission submission(DelegateExecution execution) {
    return submissions.get(execution.getProcessBusinessKey());
  }
}
