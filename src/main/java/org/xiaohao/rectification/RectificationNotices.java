package org.xiaohao.rectification;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/**
 * What those who rectify a problem are told at once: it came back, or was given more time; and
 * those who raised it, what became of it.
 */
@Component
class RectificationNotices {

  private final Notices notices;
  private final Links links;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;

  RectificationNotices(
      Notices notices,
      Links links,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles) {
    this.notices = notices;
    this.links = links;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
  }

  /** The unit's check, or the verification that would have closed it out, sent it back. */
  void returned(Problem problem, State by, String reason) {
    owner(problem)
        .ifPresent(to -> tell(problem, to, by == State.VERIFYING ? "refused" : "returned", reason));
  }

  /** The office does not agree to what the unit proposes. */
  void proposalReturned(Problem problem, String reason) {
    Optional.ofNullable(problem.unitId())
        .flatMap(unit -> responsibles.liaisonOf(problem.campaignId(), unit))
        .ifPresent(to -> tell(problem, to, "proposal", reason));
  }

  /** Who raised it is told why it is no problem (R84). */
  void explained(Problem problem, String explanation, String by) {
    raisedBy(problem, by).ifPresent(to -> tell(problem, to, "explained", explanation));
  }

  /** Who raised it is told that it is solved. */
  void closedOut(Problem problem, String by) {
    raisedBy(problem, by).ifPresent(to -> tell(problem, to, "closed-out", ""));
  }

  /** Nobody has to be told what they did themselves. */
  private Optional<Person> raisedBy(Problem problem, String by) {
    var who = problem.origin().registeredBy();
    return who.equals(by) ? Optional.empty() : rosters.activePerson(problem.campaignId(), who);
  }

  /** The office has decided about more time. */
  void decided(Problem problem, String askedBy, boolean granted, String comment) {
    rosters
        .activePerson(problem.campaignId(), askedBy)
        .ifPresent(
            to -> tell(problem, to, granted ? "granted" : "denied", problem.limitAt(), comment));
  }

  private void tell(Problem problem, Person to, String what, String reason) {
    tell(problem, to, what, problem.dueAt(), reason);
  }

  private void tell(Problem problem, Person to, String what, Instant day, String reason) {
    var plan = campaigns.get(problem.campaignId()).plan();
    var head = new Letterhead(plan);
    var until = head.moment(day);
    var said =
        Stream.of(
                text(plan, what, problem.title(), until),
                isCut(problem) ? text(plan, "problem", problem.origin().text()) : "",
                reason.isBlank() ? "" : head.comment(reason))
            .filter(line -> !line.isEmpty())
            .toList();
    var subject = text(plan, what + "-subject", head.brief(problem.title()), until);
    var letter = head.letter(to, subject, said).offering(head.open(links.item(problem.key())));
    var key = "%s/%s/%d/%s".formatted(problem.key(), what, problem.version(), to.id());
    notices.post(Notice.atOnce(key, plan.id(), to, letter).about(problem.key()));
  }

  private Optional<Person> owner(Problem problem) {
    return Optional.ofNullable(problem.remedy().owner())
        .flatMap(owner -> rosters.activePerson(problem.campaignId(), owner));
  }

  /** Its title is the beginning of its text only. */
  private static boolean isCut(Problem problem) {
    return !problem.title().endsWith(problem.origin().text());
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "rectification.notice." + code, arguments);
  }
}
