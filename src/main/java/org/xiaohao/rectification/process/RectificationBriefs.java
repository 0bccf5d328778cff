package org.xiaohao.rectification.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.rectification.Dossiers;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemEvent;
import org.xiaohao.rectification.Trail;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;

/** What the forms about a problem show on their top, in Markdown. */
@Component
class RectificationBriefs {

  /** Of any text; the forms show the whole below. */
  private static final int LONGEST = 800;

  /** Acts whose reason the next one has to read. */
  private static final Set<String> SENT_BACK =
      Set.of(
          "PROPOSAL_RETURNED", "CHECK_RETURNED", "VERIFICATION_RETURNED", "REOPENED", "LONG_TERM");

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Trail trail;
  private final Dossiers dossiers;

  RectificationBriefs(Campaigns campaigns, Rosters rosters, Trail trail, Dossiers dossiers) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.trail = trail;
    this.dossiers = dossiers;
  }

  /** What the problem is, how far it is, and why it came back where it did. */
  String of(Problem problem) {
    var campaign = campaigns.get(problem.campaignId());
    var events = trail.events(problem.key());
    var brief = new StringBuilder(head(campaign, problem));
    var owner = problem.remedy().owner();
    if (owner != null) {
      append(
          brief,
          campaign,
          "rectification.brief.owner",
          name(campaign, owner),
          problem.date().effectiveDate());
    }
    var verifier = problem.remedy().verifier();
    if (verifier != null) {
      append(
          brief,
          campaign,
          problem.remedy().onSite()
              ? "rectification.brief.verifier-on-site"
              : "rectification.brief.verifier",
          name(campaign, verifier));
    }
    if (problem.closing() != null && problem.closing().number() != null) {
      append(
          brief,
          campaign,
          "rectification.brief.closed-out",
          mark(problem.closing().number()),
          moment(campaign, problem.closing().at()),
          name(campaign, problem.closing().by()));
    }
    last(events, SENT_BACK)
        .forEach(
            event ->
                append(
                    brief,
                    campaign,
                    "rectification.brief.sent-back",
                    word(campaign, event.what()),
                    name(campaign, event.who()),
                    said(event.why())));
    append(brief, campaign, "rectification.brief.due", moment(campaign, problem.dueAt()));
    return Markdown.cut(brief.toString());
  }

  /** Who asks for how much more time, and why. */
  String extension(Problem problem) {
    var campaign = campaigns.get(problem.campaignId());
    return dossiers
        .openExtension(problem.key())
        .map(
            asked ->
                text(
                    campaign,
                    "rectification.brief.extension",
                    problem.title(),
                    name(campaign, asked.askedBy()),
                    asked.until(),
                    said(asked.reason()),
                    moment(campaign, problem.limitAt())))
        .orElseGet(() -> Markdown.plain(problem.title()).source());
  }

  private String head(Campaign campaign, Problem problem) {
    var brief = new StringBuilder("### ").append(Markdown.plain(problem.title()));
    var origin = problem.origin();
    append(
        brief,
        campaign,
        origin.occasion().isEmpty()
            ? "rectification.brief.source"
            : "rectification.brief.source-occasion",
        word(campaign, origin.source().name()),
        said(origin.occasion()),
        name(campaign, origin.registeredBy()),
        moment(campaign, origin.registeredAt()));
    if (problem.unitId() != null) {
      append(
          brief,
          campaign,
          "rectification.brief.unit",
          rosters.unit(campaign.id(), problem.unitId()).map(Unit::name).orElse(problem.unitId()));
    }
    if (problem.rating().kind() != null) {
      append(
          brief,
          campaign,
          "rectification.brief.rating",
          problem.rating().kind(),
          word(campaign, "WEIGHT" + problem.rating().weight()),
          word(campaign, "URGENCY" + problem.rating().urgency()));
    }
    return brief.toString();
  }

  /** The last act, where it is one of those; timers that say a day has come do not count. */
  private static List<ProblemEvent> last(List<ProblemEvent> events, Set<String> what) {
    for (var i = events.size() - 1; i >= 0; i--) {
      var event = events.get(i);
      if (what.contains(event.what())) {
        return List.of(event);
      }
      if (!event.what().equals("LOOK_DUE")) {
        return List.of();
      }
    }
    return List.of();
  }

  private void append(StringBuilder brief, Campaign campaign, String code, Object... arguments) {
    brief.append("\n\n").append(text(campaign, code, arguments));
  }

  private String name(Campaign campaign, String personId) {
    return rosters.person(campaign.id(), personId).map(person -> person.name()).orElse(personId);
  }

  private static String word(Campaign campaign, String word) {
    return Messages.text(campaign.plan().language(), "rectification.word." + word);
  }

  /** The campaign in front of it is known. */
  private static String mark(String number) {
    return number.substring(number.indexOf('/') + 1);
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(
            Messages.text(language, "rectification.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static Markdown said(@Nullable String text) {
    return Markdown.plain(text == null ? "" : text, LONGEST);
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
