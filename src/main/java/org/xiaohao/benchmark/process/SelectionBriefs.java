package org.xiaohao.benchmark.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.ProposalVersion;
import org.xiaohao.benchmark.Selection;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.benchmark.SelectionRules;
import org.xiaohao.benchmark.Selections;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;

/**
 * What the forms of a selection show on their top, in Markdown: a variable holds 4,000 characters.
 */
@Component
class SelectionBriefs {

  private static final int LONGEST_ASKS = 1500;
  private static final int LONGEST_COMMENT = 1000;

  private final Campaigns campaigns;
  private final Selections selections;
  private final SelectionRules rules;
  private final Rosters rosters;

  SelectionBriefs(
      Campaigns campaigns, Selections selections, SelectionRules rules, Rosters rosters) {
    this.campaigns = campaigns;
    this.selections = selections;
    this.rules = rules;
    this.rosters = rosters;
  }

  /** What is asked of whom by when, and what happened to the newest proposal so far. */
  String of(Selection selection) {
    var campaign = campaigns.get(selection.campaignId());
    var brief = new StringBuilder(asked(campaign, selection));
    if (selection.waitsForUnit()) {
      append(brief, howTo(campaign, selection));
    }
    selections.versions(selection.key()).stream()
        .findFirst()
        .ifPresent(newest -> append(brief, history(campaign, selection, newest)));
    return Markdown.cut(brief.toString());
  }

  private String asked(Campaign campaign, Selection selection) {
    var date = selection.date();
    var moved =
        date.moved()
            ? text(
                campaign, "benchmark.brief.moved", date.planDate(), String.valueOf(date.dayOff()))
            : "";
    return text(
        campaign,
        "benchmark.brief.asked",
        selection.title(),
        Markdown.plain(rules.entry(selection).asks().strip(), LONGEST_ASKS),
        moment(campaign, selection.dueAt()),
        date.effectiveDate(),
        new Markdown(moved));
  }

  private String howTo(Campaign campaign, Selection selection) {
    var entry = rules.entry(selection);
    var how = text(campaign, "benchmark.brief.ask", String.valueOf(entry.atLeast()));
    return entry.fieldVisitFrom() == null || entry.fieldVisitTo() == null
        ? how
        : how
            + "\n\n"
            + text(campaign, "benchmark.brief.visit", entry.fieldVisitFrom(), entry.fieldVisitTo());
  }

  private String history(Campaign campaign, Selection selection, ProposalVersion newest) {
    var history =
        new StringBuilder(
            text(
                campaign,
                "benchmark.brief.proposed",
                name(campaign, newest.proposedBy()),
                moment(campaign, newest.proposedAt()),
                String.valueOf(newest.number())));
    var discussion = newest.discussion();
    if (discussion != null) {
      append(
          history,
          text(
              campaign,
              "benchmark.brief.discussed",
              discussion.day(),
              Markdown.plain(discussion.participants(), LONGEST_COMMENT / 4),
              Markdown.plain(discussion.result(), LONGEST_COMMENT / 2)));
    }
    if (selection.state() == State.RETURNED && newest.comment() != null) {
      append(
          history,
          text(
              campaign,
              "benchmark.brief.returned",
              Markdown.plain(newest.comment(), LONGEST_COMMENT)));
    }
    return history.toString();
  }

  private String name(Campaign campaign, String personId) {
    return rosters.person(campaign.id(), personId).map(person -> person.name()).orElse(personId);
  }

  private static void append(StringBuilder brief, String paragraph) {
    brief.append("\n\n").append(paragraph);
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(
            Messages.text(language, "benchmark.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
