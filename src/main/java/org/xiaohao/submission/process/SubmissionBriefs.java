package org.xiaohao.submission.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.SubmissionVersion.Outcome;
import org.xiaohao.submission.Submissions;

/** What the forms of a submission show on their top, in Markdown. */
@Component
class SubmissionBriefs {

  private static final int LONGEST_COMMENT = 1500;

  private final Campaigns campaigns;
  private final Submissions submissions;
  private final Rosters rosters;

  SubmissionBriefs(Campaigns campaigns, Submissions submissions, Rosters rosters) {
    this.campaigns = campaigns;
    this.submissions = submissions;
    this.rosters = rosters;
  }

  /** The entry of the plan behind a submission. */
  Paper paper(Submission submission) {
    return campaigns
        .get(submission.campaignId())
        .plan()
        .paper(submission.paperId())
        .orElseThrow(() -> new Refusal("submission.unknown", submission.key()));
  }

  /** What is asked, until when, and what the reviewer said. */
  String submit(Submission submission) {
    var campaign = campaigns.get(submission.campaignId());
    var brief = new StringBuilder(asked(campaign, submission));
    if (submission.timesReturned() > 0) {
      submissions.versions(submission.key()).stream()
          .filter(version -> version.outcome() == Outcome.RETURNED)
          .findFirst()
          .ifPresent(
              version ->
                  brief
                      .append("\n\n")
                      .append(
                          text(
                              campaign,
                              "submission.brief.returned",
                              name(campaign, version.reviewedBy()),
                              said(version.comment()))));
    }
    return Markdown.cut(brief.toString());
  }

  /** What is asked, and who handed in when. */
  String review(Submission submission) {
    var campaign = campaigns.get(submission.campaignId());
    var version = submissions.versions(submission.key()).get(0);
    return Markdown.cut(
        asked(campaign, submission)
            + "\n\n"
            + text(
                campaign,
                submission.late()
                    ? "submission.brief.handed-in-late"
                    : "submission.brief.handed-in",
                name(campaign, version.submittedBy()),
                moment(campaign, version.submittedAt()),
                String.valueOf(version.number())));
  }

  /** Who asks for how much more time, and why. */
  String extension(Submission submission) {
    var campaign = campaigns.get(submission.campaignId());
    return submissions
        .findExtension(submission.key())
        .map(
            extension ->
                text(
                    campaign,
                    "submission.brief.extension",
                    submission.title(),
                    name(campaign, extension.askedBy()),
                    extension.until(),
                    said(extension.reason()),
                    moment(campaign, submission.limitAt())))
        .orElseGet(() -> Markdown.plain(submission.title()).source());
  }

  private String asked(Campaign campaign, Submission submission) {
    var paper = paper(submission);
    var moved =
        submission.date().moved()
            ? text(
                campaign,
                "submission.brief.moved",
                submission.date().planDate(),
                String.valueOf(submission.date().dayOff()))
            : "";
    return text(
        campaign,
        "submission.brief.asked",
        submission.title(),
        paper.asks(),
        moment(campaign, submission.dueAt()),
        new Markdown(moved));
  }

  private String name(Campaign campaign, String personId) {
    return rosters.person(campaign.id(), personId).map(person -> person.name()).orElse(personId);
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(
            Messages.text(language, "submission.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static Markdown said(String text) {
    return Markdown.plain(text, LONGEST_COMMENT);
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
