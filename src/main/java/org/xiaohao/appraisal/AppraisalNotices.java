package org.xiaohao.appraisal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Letter;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** What is said to those who are commended or criticised; for a unit to its head. */
@Component
class AppraisalNotices {

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Notices notices;
  private final Links links;

  AppraisalNotices(
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Notices notices,
      Links links) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.notices = notices;
    this.links = links;
  }

  /** Criticism is proposed; until when one may object. */
  void criticismProposed(Round round, Proposal proposal) {
    var plan = campaigns.get(round.campaignId()).plan();
    var head = new Letterhead(plan);
    var page = links.item(round.key());
    var until = head.moment(Objects.requireNonNullElse(round.objectionsUntil(), round.dueAt()));
    var said =
        List.of(
            text(plan, "proposed.body", proposal.name(), plan.title()),
            text(plan, "proposed.how", until));
    var named = new Line(proposal.name(), text(plan, "proposed.until", until), page);
    notices.postAll(
        notices(
                round,
                proposal,
                "proposed/" + round.hearings(),
                to ->
                    head.letter(to, text(plan, "proposed.subject", plan.title(), until), said)
                        .listing(
                            head.section(
                                text(plan, "proposed.section"),
                                Tone.RED,
                                List.of(named),
                                line -> line))
                        .offering(head.open(page)))
            .toList());
  }

  /** It was decided to commend, or to criticise, these: in a big organisation many at once. */
  void decided(Round round, Verdict verdict, List<Proposal> named) {
    var what = verdict == Verdict.COMMEND ? "commended" : "criticised";
    var plan = campaigns.get(round.campaignId()).plan();
    var head = new Letterhead(plan);
    var subject = text(plan, what + ".subject", plan.title());
    notices.postAll(
        named.stream()
            .flatMap(
                one -> {
                  var said = List.of(text(plan, what + ".body", one.name(), plan.title()));
                  return notices(round, one, what, to -> head.letter(to, subject, said));
                })
            .toList());
  }

  private Stream<Notice> notices(
      Round round, Proposal proposal, String what, Function<Person, Letter> letter) {
    var key = "appraisal/%s/%s/%s".formatted(round.key(), what, proposal.party().key());
    return to(round, proposal.party()).stream()
        .map(
            person ->
                Notice.atOnce(key, round.campaignId(), person, letter.apply(person))
                    .about(round.key()));
  }

  private List<Person> to(Round round, Party party) {
    var campaign = round.campaignId();
    Optional<Person> person =
        party.level() == Level.PERSON
            ? rosters.activePerson(campaign, party.id())
            : responsibles.headOf(campaign, party.id());
    return person.stream().toList();
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "appraisal." + code, arguments);
  }
}
