package org.xiaohao.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.Column;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.Prefill;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who may do what with a paper, and what a paper must contain. */
@Component
class SubmissionRules {

  /** Longer than anything that people write, short enough to be kept and shown. */
  private static final int LONGEST_TEXT = 200_000;

  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final Rosters rosters;
  private final Attachments attachments;
  private final Clock clock;

  SubmissionRules(
      Campaigns campaigns,
      Responsibles responsibles,
      Deputies deputies,
      Rosters rosters,
      Attachments attachments,
      Clock clock) {
    this.campaigns = campaigns;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.rosters = rosters;
    this.attachments = attachments;
    this.clock = clock;
  }

  /**
   * Persons hand in their own; for a unit its liaison or head, for a branch its secretary. Deputies
   * do it for each of them.
   */
  void requireSubmitter(Submission submission, String by) {
    var campaign = submission.campaignId();
    var allowed =
        switch (submission.owedBy()) {
          case PERSON, SPEAKER -> deputies.acts(campaign, by, submission.personId());
          case UNIT ->
              deputies.acts(campaign, by, responsibles.liaisonOf(campaign, submission.unitId()))
                  || deputies.acts(
                      campaign, by, responsibles.headOf(campaign, submission.unitId()));
          case BRANCH ->
              deputies.acts(
                  campaign, by, responsibles.secretaryOf(campaign, submission.branchId()));
        };
    if (!allowed) {
      throw new Refusal("submission.not-yours", submission.title());
    }
  }

  /** Never the one who owes it or handed it in, nor for whom it was handed in (A16). */
  void requireReviewer(Submission submission, String by) {
    if (by.equals(submission.personId())
        || by.equals(submission.submittedBy())
        || deputies.hasActed(submission.key(), submission.submittedBy(), by)) {
      throw new Refusal("submission.own-review", submission.title());
    }
  }

  void requireOffice(Submission submission, String by) {
    if (campaigns.get(submission.campaignId()).plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("submission.office-only", submission.title());
    }
  }

  /** Never the one who asks, nor for whom it is asked (A17). */
  void requireOtherThanAsked(Submission submission, Extension extension, String by) {
    if (by.equals(extension.askedBy())
        || by.equals(submission.personId())
        || deputies.hasActed(submission.key(), extension.askedBy(), by)) {
      throw new Refusal("submission.own-extension");
    }
  }

  void requireExtensible(Submission submission, LocalDate until, String reason) {
    if (!submission.waitsForOwner()) {
      throw new Refusal("submission.wrong-state", submission.title());
    }
    if (reason.isBlank()) {
      throw new Refusal("submission.extension-reason");
    }
    if (!until.isAfter(submission.date().effectiveDate())) {
      throw new Refusal("submission.extension-too-early", until, submission.date().effectiveDate());
    }
    campaigns.dates(campaigns.get(submission.campaignId())).ahead(until, clock.instant());
  }

  void requireComplete(Submission submission, HandedIn content) {
    requireStorable(content.text());
    content.rows().forEach(row -> row.values().forEach(SubmissionRules::requireStorable));
    var paper = paper(submission);
    switch (paper.content()) {
      case TEXT -> {
        if (content.text().isBlank()) {
          throw new Refusal("submission.text-missing", submission.title());
        }
      }
      case TABLE -> {
        requireRows(paper, content);
        requirePeople(submission, paper, content);
      }
      case FILES -> {
        if (attachments.count(submission.key()) == 0) {
          throw new Refusal("submission.file-missing", submission.title());
        }
      }
    }
  }

  Paper paper(Submission submission) {
    return campaigns
        .get(submission.campaignId())
        .plan()
        .paper(submission.paperId())
        .orElseThrow(() -> new Refusal("submission.unknown", submission.key()));
  }

  private static void requireRows(Paper paper, HandedIn content) {
    if (content.rows().isEmpty()) {
      throw new Refusal("submission.rows-missing", paper.title());
    }
    IntStream.range(0, content.rows().size())
        .forEach(i -> paper.columns().forEach(c -> requireCell(content.rows().get(i), i + 1, c)));
  }

  /** Where the plan prefills a column with the unit's people, each of them keeps a row (R72). */
  private void requirePeople(Submission submission, Paper paper, HandedIn content) {
    for (var column : paper.columns()) {
      if (column.prefill() == Prefill.PEOPLE && submission.unitId() != null) {
        var named =
            content.rows().stream()
                .map(row -> row.getOrDefault(column.id(), "").strip())
                .collect(Collectors.toSet());
        var missing =
            rosters.peopleOf(submission.campaignId(), submission.unitId()).stream()
                .map(Person::name)
                .filter(name -> !named.contains(name))
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
          throw new Refusal("submission.people-missing", paper.title(), missing);
        }
      }
    }
  }

  private static void requireCell(Map<String, String> row, int number, Column column) {
    var cell = row.getOrDefault(column.id(), "");
    if (column.required() && cell.isBlank()) {
      throw new Refusal("submission.cell-missing", String.valueOf(number), column.title());
    }
    if (!cell.isBlank() && !column.choices().isEmpty() && !column.choices().contains(cell)) {
      throw new Refusal(
          "submission.cell-choice",
          String.valueOf(number),
          column.title(),
          String.join("、", column.choices()));
    }
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  private static void requireStorable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Refusal("submission.control-character");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal("submission.text-too-long", String.valueOf(LONGEST_TEXT));
    }
  }
}
