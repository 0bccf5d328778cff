package org.xiaohao.appraisal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
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

  AppraisalNotices(
      Campaigns campaigns, Rosters rosters, Responsibles responsibles, Notices notices) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.notices = notices;
  }

  /** Criticism is proposed; until when one may object. */
  void criticismProposed(Round round, Proposal proposal) {
    post(round, proposal, "proposed");
  }

  /** It was decided. */
  void decided(Round round, Proposal proposal) {
    post(round, proposal, proposal.verdict() == Verdict.COMMEND ? "commended" : "criticised");
  }

  private void post(Round round, Proposal proposal, String what) {
    var plan = campaigns.get(round.campaignId()).plan();
    var until = Objects.requireNonNullElse(round.objectionsUntil(), round.dueAt());
    notices.postAll(
        to(round, proposal.party()).stream()
            .map(
                person ->
                    new Notice(
                        "appraisal/%s/%s/%s".formatted(round.key(), what, proposal.party().key()),
                        plan.id(),
                        person,
                        text(plan, what + ".subject", plan.title()),
                        text(
                            plan,
                            what + ".body",
                            person.name(),
                            proposal.name(),
                            plan.title(),
                            moment(plan, until),
                            plan.organisation())))
            .toList());
  }

  private List<Person> to(Round round, Party party) {
    var campaign = round.campaignId();
    Optional<Person> person =
        party.level() == Level.PERSON
            ? rosters.activePerson(campaign, party.id())
            : responsibles.headOf(campaign, party.id());
    return person.stream().toList();
  }

  private static String moment(Plan plan, Instant moment) {
    return DateTimeFormatter.ofPattern(text(plan, "date-format"), plan.language())
        .format(moment.atZone(plan.zone()));
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "appraisal." + code, arguments);
  }
}
