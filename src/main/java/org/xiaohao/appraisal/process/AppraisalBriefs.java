package org.xiaohao.appraisal.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Objection;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Point;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Proposals;
import org.xiaohao.appraisal.Round;
import org.xiaohao.appraisal.Rounds;
import org.xiaohao.appraisal.Verdict;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;

/** What the forms of an appraisal show on their top, in Markdown of 4,000 characters at most. */
@Component
class AppraisalBriefs {

  /** What fits into a brief beside the rest. */
  private static final int LONGEST_LIST = 20;

  /** Of what somebody wrote, that much is shown. */
  private static final int REMARK = 200;

  private final Rounds rounds;
  private final Proposals proposals;
  private final Campaigns campaigns;
  private final Rosters rosters;

  AppraisalBriefs(Rounds rounds, Proposals proposals, Campaigns campaigns, Rosters rosters) {
    this.rounds = rounds;
    this.proposals = proposals;
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  /** How many were appraised, and the ranks of the units. */
  String review(Round round) {
    var campaign = campaigns.get(round.campaignId());
    var brief = new StringBuilder();
    if (round.sentBack() != null) {
      var why = Markdown.plain(round.sentBack(), REMARK);
      brief.append(text(campaign, "brief.sent-back", why)).append("\n\n");
    }
    brief.append(
        text(
            campaign,
            "brief.review",
            round.title(),
            round.computedAt() == null ? "" : moment(campaign, round.computedAt()),
            count(round, Verdict.COMMEND),
            count(round, Verdict.CRITICISE)));
    var leftOut = rounds.leftOut(round.key());
    if (leftOut > 0) {
      var most = String.valueOf(Round.MOST_HEARD);
      brief.append("\n\n").append(text(campaign, "brief.left-out", String.valueOf(leftOut), most));
    }
    brief.append(unlisted(campaign, round));
    for (var level : new Level[] {Level.DIVISION, Level.AFFILIATED_UNIT}) {
      var units = proposals.all(round.key(), level);
      if (!units.isEmpty()) {
        brief.append("\n\n").append(text(campaign, "level." + level)).append("\n\n");
        brief.append(
            list(
                units.stream().map(unit -> Markdown.plain(line(round, unit)).source()).toList(),
                campaign));
      }
    }
    return Markdown.cut(brief.toString());
  }

  /** What is proposed, and each record that cost points. */
  String object(Round round, Party party) {
    var campaign = campaigns.get(round.campaignId());
    var until = round.objectionsUntil();
    return Markdown.cut(
        text(
                campaign,
                "brief.object",
                name(round, party),
                campaign.plan().title(),
                until == null ? "" : moment(campaign, until))
            + grounds(campaign, round, party));
  }

  /** Who objects, and the same records. */
  String objection(Round round, Party party) {
    var campaign = campaigns.get(round.campaignId());
    var by = rounds.objection(round.key(), party).map(Objection::raisedBy).orElse("");
    return Markdown.cut(
        text(campaign, "brief.objection", name(round, party), person(campaign, by))
            + grounds(campaign, round, party));
  }

  /** How many are in the list, and what became of the objections. */
  String decide(Round round) {
    var campaign = campaigns.get(round.campaignId());
    var objections =
        rounds.objections(round.key()).stream()
            .map(
                objection ->
                    text(
                        campaign,
                        "brief.heard." + objection.outcome(),
                        name(round, objection.party()),
                        Markdown.plain(objection.text(), REMARK),
                        Markdown.plain(String.valueOf(objection.reason()), REMARK)))
            .toList();
    var changed =
        proposals.named(round.key()).stream()
            .filter(one -> one.reason() != null)
            .map(
                one ->
                    text(
                        campaign,
                        "brief.changed",
                        one.name(),
                        word(campaign, "verdict." + one.verdict()),
                        Markdown.plain(String.valueOf(one.reason()), REMARK)))
            .toList();
    return Markdown.cut(
        text(
                campaign,
                "brief.decide",
                round.title(),
                count(round, Verdict.COMMEND),
                count(round, Verdict.CRITICISE))
            + unlisted(campaign, round)
            + "\n\n"
            + list(Stream.concat(objections.stream(), changed.stream()).toList(), campaign));
  }

  /** A party with its place and points, in plain text. */
  String line(Round round, Proposal one) {
    var campaign = campaigns.get(round.campaignId());
    var unit =
        one.party().level() == Level.PERSON && one.unitId() != null
            ? rosters.unit(campaign.id(), one.unitId()).map(u -> u.name()).orElse("")
            : "";
    return word(
        campaign,
        unit.isEmpty() ? "line" : "line-person",
        one.name(),
        String.valueOf(one.place()),
        String.valueOf(one.total()),
        String.valueOf(one.lost()),
        unit);
  }

  /** Why the party is named: what the office said where it did so, and what cost points. */
  private String grounds(Campaign campaign, Round round, Party party) {
    var said =
        proposals
            .find(round.key(), party)
            .map(Proposal::reason)
            .map(reason -> "\n\n" + text(campaign, "brief.reason", Markdown.plain(reason, REMARK)))
            .orElse("");
    var costs =
        proposals.points(round.key(), party).stream().filter(point -> point.points() < 0).toList();
    if (costs.isEmpty()) {
      return said + "\n\n" + text(campaign, "brief.no-costs");
    }
    var titles = proposals.titles(costs.stream().limit(LONGEST_LIST).map(Point::key).toList());
    var lines = costs.stream().map(point -> cost(campaign, point, titles)).toList();
    return said + "\n\n" + text(campaign, "brief.costs") + "\n\n" + list(lines, campaign);
  }

  private static String cost(Campaign campaign, Point point, Map<String, String> titles) {
    return text(
        campaign,
        "cost",
        word(campaign, "fact." + point.kind()),
        titles.getOrDefault(point.key(), point.key()),
        moment(campaign, point.at()),
        String.valueOf(point.points()));
  }

  private static String list(List<String> lines, Campaign campaign) {
    var shown =
        lines.stream().limit(LONGEST_LIST).map("- "::concat).collect(Collectors.joining("\n"));
    var more = lines.size() - LONGEST_LIST;
    return more > 0 ? shown + "\n- " + text(campaign, "more", String.valueOf(more)) : shown;
  }

  /** That more are to be commended than a form bears; empty where all are in it. */
  private String unlisted(Campaign campaign, Round round) {
    var listed =
        proposals.named(round.key()).stream()
            .filter(one -> one.verdict() == Verdict.COMMEND)
            .count();
    var more = proposals.count(round.key(), Verdict.COMMEND) - listed;
    return more > 0
        ? "\n\n" + text(campaign, "brief.unlisted", String.valueOf(listed), String.valueOf(more))
        : "";
  }

  private String count(Round round, Verdict verdict) {
    return String.valueOf(proposals.count(round.key(), verdict));
  }

  private String name(Round round, Party party) {
    return proposals.find(round.key(), party).map(Proposal::name).orElse(party.id());
  }

  private String person(Campaign campaign, String id) {
    return rosters.person(campaign.id(), id).map(person -> person.name()).orElse(id);
  }

  private static String moment(Campaign campaign, Instant moment) {
    return new Letterhead(campaign.plan()).moment(moment);
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), "appraisal." + code, arguments);
  }

  /** Not Markdown. */
  private static String word(Campaign campaign, String code, Object... arguments) {
    return Messages.text(campaign.plan().language(), "appraisal." + code, arguments);
  }
}
