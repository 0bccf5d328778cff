package org.xiaohao.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.Attendance.Presence;

/** Who may do what with a session, and what is true of one. */
@Component
class StudyRules {

  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_LINE = 500;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Deputies deputies;

  StudyRules(Campaigns campaigns, Rosters rosters, Responsibles responsibles, Deputies deputies) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.deputies = deputies;
  }

  /** Liaison or head of the unit, or who stands in for them. */
  void requireOrganiser(StudySession session, String by) {
    var campaign = session.campaignId();
    var unit = session.unitId();
    if (!deputies.acts(campaign, by, responsibles.liaisonOf(campaign, unit))
        && !deputies.acts(campaign, by, responsibles.headOf(campaign, unit))) {
      throw new Refusal("study.not-yours", session.title());
    }
  }

  void requireOffice(String campaignId, String title, String by) {
    if (campaigns.get(campaignId).plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("study.office-only", title);
    }
  }

  /** For an act of the office that needs a reason. */
  void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refusal("study.reason-missing");
    }
    requireStorable(reason, LONGEST_TEXT);
  }

  void requireComplete(
      Campaign campaign, StudySession session, SessionSeries series, Preparation p) {
    require(!p.place().isBlank(), "study.place-missing");
    requireStorable(p.place(), LONGEST_PLACE);
    require(!p.hostId().isBlank(), "study.host-missing");
    var unit = peopleOf(session);
    var leader = responsibles.leaderInChargeOf(campaign.id(), session.unitId());
    require(unit.contains(p.hostId()) || is(leader, p.hostId()), "study.host-unknown");
    require(
        series.kinds().isEmpty() || series.kinds().contains(p.kind()),
        "study.kind-missing",
        String.join("、", series.kinds()));
    requireUnitsPeople(session, unit, p.speakers());
    require(
        p.speakers().size() >= series.speakers(),
        "study.speakers-missing",
        String.valueOf(series.speakers()));
    require(!p.leaderInvited() || leader.isPresent(), "study.no-leader");
  }

  void requireBegun(StudySession session, Instant now) {
    require(!now.isBefore(session.time().begins()), "study.not-begun", session.title());
  }

  /** Everybody of the unit once and nobody else; who spoke was there. */
  void requireTrue(StudySession session, SessionSeries series, SessionRecord record) {
    var unit = peopleOf(session);
    var listed = record.people().stream().map(SessionRecord.Entry::personId).toList();
    requireUnitsPeople(session, unit, listed);
    var missing = new HashSet<>(unit);
    listed.forEach(missing::remove);
    require(missing.isEmpty(), "study.people-missing", names(session, missing));
    for (var entry : record.people()) {
      requireStorable(entry.reason(), LONGEST_LINE);
      require(
          entry.presence() != Presence.LEAVE || !entry.reason().isBlank(),
          "study.leave-reason",
          names(session, List.of(entry.personId())));
    }
    requireUnitsPeople(session, unit, record.speakers());
    var present =
        record.people().stream()
            .filter(entry -> entry.presence() == Presence.PRESENT)
            .map(SessionRecord.Entry::personId)
            .toList();
    require(!present.isEmpty(), "study.nobody-there");
    var notThere = record.speakers().stream().filter(id -> !present.contains(id)).toList();
    require(notThere.isEmpty(), "study.speaker-not-there", names(session, notThere));
    require(series.speakers() == 0 || !record.speakers().isEmpty(), "study.nobody-spoke");
    require(!record.note().isBlank(), "study.note-missing");
    requireStorable(record.note(), LONGEST_TEXT);
  }

  /** Each who missed it, and still belongs to the unit, says when and how, or why not. */
  void requireMadeUp(
      StudySession session, List<Attendance> attendance, List<MakeUpStudy> studies, LocalDate now) {
    var missed =
        new HashSet<>(
            attendance.stream().filter(Attendance::missed).map(Attendance::personId).toList());
    for (var study : studies) {
      var name = names(session, List.of(study.personId()));
      require(missed.remove(study.personId()), "study.did-not-miss", name);
      require(!study.how().isBlank(), "study.make-up-how", name);
      requireStorable(study.how(), LONGEST_LINE);
      var day = study.on();
      require(
          day == null || !day.isBefore(session.time().date().effectiveDate()) && !day.isAfter(now),
          "study.make-up-day",
          name,
          String.valueOf(session.time().date().effectiveDate()));
    }
    missed.retainAll(peopleOf(session));
    require(missed.isEmpty(), "study.make-up-missing", names(session, missed));
  }

  /** Before it began, or once it is clear that it did not take place; never into the past. */
  void requireMovable(StudySession session, SessionTime to, Instant now) {
    require(
        session.state() == StudySession.State.TO_RECORD || now.isBefore(session.time().begins()),
        "study.under-way",
        session.title());
    require(now.isBefore(to.begins()), "study.move-past", to.date().effectiveDate().toString());
  }

  void requireAny(List<StudySession> sessions, LocalDate day) {
    if (sessions.isEmpty()) {
      throw new Refusal("study.no-session", day);
    }
  }

  void requireText(String text) {
    require(!text.isBlank(), "study.text-missing");
    requireStorable(text, LONGEST_TEXT);
  }

  private void requireUnitsPeople(
      StudySession session, Collection<String> unit, List<String> people) {
    var seen = new HashSet<String>();
    for (var person : people) {
      require(unit.contains(person), "study.not-of-unit", names(session, List.of(person)));
      require(seen.add(person), "study.twice", names(session, List.of(person)));
    }
  }

  private List<String> peopleOf(StudySession session) {
    return rosters.peopleOf(session.campaignId(), session.unitId()).stream()
        .map(Person::id)
        .toList();
  }

  private String names(StudySession session, Collection<String> people) {
    return String.join(
        "、",
        people.stream()
            .sorted()
            .map(id -> rosters.person(session.campaignId(), id).map(Person::name).orElse(id))
            .toList());
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  private static void requireStorable(String text, int longest) {
    require(text.indexOf('\0') < 0, "study.control-character");
    require(text.length() <= longest, "study.text-too-long", String.valueOf(longest));
  }

  private static void require(boolean allowed, String code, Object... arguments) {
    if (!allowed) {
      throw new Refusal(code, arguments);
    }
  }

  private static boolean is(Optional<Person> person, String id) {
    return person.filter(p -> p.id().equals(id)).isPresent();
  }
}
