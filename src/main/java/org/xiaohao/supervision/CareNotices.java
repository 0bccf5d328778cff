package org.xiaohao.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;

/**
 * What those who do a task of the leading group (R10), or the rounds of the office (R13), are told
 * at once: that it is theirs now or theirs no more, has another limit, or is called off. The limit
 * in their calendars follows. Nobody is told what they did themselves.
 */
@Component
class CareNotices {

  private final Notices notices;
  private final Links links;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Clock clock;

  CareNotices(
      Notices notices,
      Links links,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Clock clock) {
    this.notices = notices;
    this.links = links;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.clock = clock;
  }

  /**
   * What changed.
   *
   * @param sort {@code assignment} or {@code inspection}
   * @param mark tells this change from every other one of the same thing
   * @param dueAt limit that counts now
   * @param doer who does it now, in words
   */
  private record Changed(
      String sort, String key, String title, String mark, Instant dueAt, String doer) {

    static Changed of(Assignment assignment, String doer) {
      return new Changed(
          "assignment",
          assignment.key(),
          assignment.title(),
          String.valueOf(assignment.version()),
          assignment.dueAt(),
          doer);
    }
  }

  /**
   * Somebody else does it from now on.
   *
   * @param by who gave it; empty where nobody did
   */
  void given(Assignment before, Assignment after, String reason, String by) {
    var wording = wording(after.campaignId());
    var changed = Changed.of(after, doer(wording, after));
    var now = doers(after);
    var ids = now.stream().map(Person::id).collect(Collectors.toSet());
    var gone = doers(before).stream().filter(person -> !ids.contains(person.id())).toList();
    tell(wording, changed, "taken", Kind.CANCELLED, gone, reason, by);
    tell(wording, changed, "given", Kind.NOTED, now, reason, by);
  }

  /** Who did it has left; what was reported before is not for others to do. */
  void givenUp(Assignment before, Assignment after, Person left) {
    if (!after.waitsForDoer()) {
      return;
    }
    given(before, after, wording(after.campaignId()).text("care.left", left.name()), "");
  }

  /** It has another limit. */
  void moved(Assignment assignment, String reason, String by) {
    tell(assignment, "moved", Kind.NOTED, reason, by);
  }

  /** It is called off. */
  void cancelled(Assignment assignment, String reason, String by) {
    tell(assignment, "cancelled", Kind.CANCELLED, reason, by);
  }

  private void tell(Assignment assignment, String what, Kind kind, String reason, String by) {
    var wording = wording(assignment.campaignId());
    var changed = Changed.of(assignment, "");
    tell(wording, changed, what, kind, doers(assignment), reason, by);
  }

  /** A round of visits has another last day. */
  void moved(Inspection inspection, String reason, String by) {
    tell(inspection, "moved", Kind.NOTED, reason, by);
  }

  /** A round of visits is called off. */
  void cancelled(Inspection inspection, String reason, String by) {
    tell(inspection, "cancelled", Kind.CANCELLED, reason, by);
  }

  private void tell(Inspection inspection, String what, Kind kind, String reason, String by) {
    var wording = wording(inspection.campaignId());
    var changed =
        new Changed(
            "inspection",
            inspection.key(),
            inspection.title(),
            inspection.planDate() + "/" + clock.instant().toEpochMilli(),
            inspection.dueAt(),
            "");
    tell(wording, changed, what, kind, office(wording), reason, by);
  }

  private void tell(
      Wording wording,
      Changed changed,
      String what,
      Kind kind,
      List<Person> people,
      String reason,
      String by) {
    var head = wording.head();
    var until = wording.moment(changed.dueAt());
    var code = "care." + changed.sort() + "." + what;
    var said =
        List.of(
            wording.text(code, changed.title(), until, changed.doer()),
            wording.text("care.reason", reason));
    var subject =
        wording.text(code + "-subject", head.brief(changed.title()), until, changed.doer());
    notices.postAll(
        people.stream()
            .filter(to -> !to.id().equals(by))
            .map(
                to ->
                    Notice.atOnce(
                            "care/%s/%s/%s/%s"
                                .formatted(changed.key(), what, changed.mark(), to.id()),
                            wording.plan().id(),
                            to,
                            head.letter(to, subject, said)
                                .offering(head.open(links.item(changed.key()))))
                        .about(changed.key())
                        .with(limit(wording, changed, kind)))
            .toList());
  }

  /** The same entry as in the calendars that people subscribe to. */
  private Appointment limit(Wording wording, Changed changed, Kind kind) {
    var title = Messages.text(wording.plan().language(), "ledger.limit", changed.title());
    return Appointment.limit(
            changed.key(), title, changed.dueAt(), links.item(changed.key()), clock.instant())
        .as(kind);
  }

  /** Whom reminders reach: the person, the liaison of the unit or its head, else the office. */
  private List<Person> doers(Assignment assignment) {
    var campaign = assignment.campaignId();
    var unit = assignment.unitId();
    if (assignment.personId() != null) {
      return rosters.activePerson(campaign, assignment.personId()).stream().toList();
    }
    return unit == null
        ? office(wording(campaign))
        : responsibles
            .liaisonOf(campaign, unit)
            .or(() -> responsibles.headOf(campaign, unit))
            .map(List::of)
            .orElseGet(() -> office(wording(campaign)));
  }

  private List<Person> office(Wording wording) {
    return new Audience(wording.plan(), rosters).office();
  }

  private String doer(Wording wording, Assignment assignment) {
    var campaign = assignment.campaignId();
    return Stream.of(
            name(assignment.personId(), id -> rosters.person(campaign, id).map(Person::name)),
            name(assignment.unitId(), id -> rosters.unit(campaign, id).map(Unit::name)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> Messages.text(wording.plan().language(), "ledger.office"));
  }

  private static Optional<String> name(
      @Nullable String id, Function<String, Optional<String>> named) {
    return Optional.ofNullable(id).map(one -> named.apply(one).orElse(one));
  }

  private Wording wording(String campaignId) {
    return new Wording(campaigns.get(campaignId).plan());
  }
}
