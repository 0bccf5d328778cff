package org.xiaohao.study;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.PartyRenamed;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.PersonJoined;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.UnitAmended;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.study.StudySession.State;

/**
 * Who joins, leaves or changes unit after the launch: the open forms of the unit's sessions list
 * its people as they are now, and who was not invited to a session that is prepared is, who need
 * not come any more is told. Where that was to chair it or to speak, the unit prepares it anew. A
 * new leader in charge takes the place of the old one. Sessions that are recorded already stay as
 * they are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StudyRosterChanges {

  private final StudySessions sessions;
  private final Attendances attendances;
  private final StudyService service;
  private final StudyWorkflow workflow;
  private final SessionNotices notices;
  private final Rosters rosters;
  private final Campaigns campaigns;
  private final Clock clock;

  StudyRosterChanges(
      StudySessions sessions,
      Attendances attendances,
      StudyService service,
      StudyWorkflow workflow,
      SessionNotices notices,
      Rosters rosters,
      Campaigns campaigns,
      Clock clock) {
    this.sessions = sessions;
    this.attendances = attendances;
    this.service = service;
    this.workflow = workflow;
    this.notices = notices;
    this.rosters = rosters;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @EventListener
  void on(PersonJoined joined) {
    joined(joined.campaignId(), joined.person());
  }

  @EventListener
  void on(PersonLeft left) {
    left(left.campaignId(), left.person());
  }

  @EventListener
  void on(PersonMoved moved) {
    if (Objects.equals(moved.before().unitId(), moved.after().unitId())) {
      changed(moved.campaignId(), moved.after());
    } else {
      left(moved.campaignId(), moved.before());
      joined(moved.campaignId(), moved.after());
    }
  }

  private void joined(String campaignId, Person person) {
    changed(campaignId, person);
    upcoming(campaignId, person).forEach(session -> notices.joined(session, person));
  }

  private void left(String campaignId, Person person) {
    changed(campaignId, person);
    for (var session : upcoming(campaignId, person).toList()) {
      notices.left(session, person);
      withoutOrganiser(session, person);
    }
  }

  private void withoutOrganiser(StudySession session, Person person) {
    if (session.state() == State.READY
        && prepared(session).filter(one -> one.counts(person.id())).isPresent()) {
      service.organiserGone(session, person.name());
    }
  }

  /** Whom the unit has invited as its leader in charge is another one now (R37). */
  @EventListener
  void on(UnitAmended amended) {
    var before = amended.before().leaderInCharge();
    var after = amended.after().leaderInCharge();
    if (Objects.equals(before, after)) {
      return;
    }
    var unit = amended.after().id();
    var campaign = amended.campaignId();
    var people = rosters.peopleOf(campaign, unit).stream().map(Person::id).toList();
    for (var session : upcoming(sessions.ofUnit(campaign, unit).stream()).toList()) {
      if (prepared(session).filter(Preparation::leaderInvited).isPresent()) {
        leader(campaign, before, people).ifPresent(old -> notices.left(session, old));
        leader(campaign, after, people).ifPresent(now -> notices.joined(session, now));
      }
      leader(campaign, before, people).ifPresent(old -> withoutOrganiser(session, old));
    }
    sessions.ofUnit(campaign, unit).stream()
        .filter(StudySession::isOpen)
        .forEach(workflow::unitChanged);
  }

  /** Who belongs to the unit is invited anyway. */
  private Optional<Person> leader(String campaign, @Nullable String person, List<String> people) {
    return person == null || people.contains(person)
        ? Optional.empty()
        : rosters.person(campaign, person);
  }

  @EventListener
  void on(UnitRemoved removed) {
    var reason = removed.reason(campaigns.get(removed.campaignId()).plan().language());
    sessions.ofUnit(removed.campaignId(), removed.unit().id()).stream()
        .filter(session -> session.isOpen() || session.state() == State.PLANNED)
        .forEach(session -> service.unitRemoved(session, reason, removed.by()));
  }

  @EventListener
  void on(PartyRenamed renamed) {
    if (renamed.party() == PartyRenamed.Party.UNIT) {
      sessions.ofUnit(renamed.campaignId(), renamed.id()).stream()
          .filter(session -> session.isOpen() || session.state() == State.PLANNED)
          .filter(session -> renamed.changes(session.title()))
          .forEach(session -> service.renamed(session, renamed.in(session.title())));
    }
  }

  private Optional<Preparation> prepared(StudySession session) {
    return attendances.preparation(session.key());
  }

  private Stream<StudySession> upcoming(String campaignId, Person person) {
    return upcoming(ofUnit(campaignId, person));
  }

  /**
   * To which people were invited, also where the preparation is being corrected. Saved as they are:
   * what is said of one under the same number to the same person is said once.
   */
  private Stream<StudySession> upcoming(Stream<StudySession> ofUnit) {
    return ofUnit
        .filter(session -> session.state() == State.READY || session.state() == State.PREPARING)
        .filter(session -> session.time().begins().isAfter(clock.instant()))
        .filter(session -> prepared(session).isPresent())
        .map(sessions::save);
  }

  private void changed(String campaignId, Person person) {
    ofUnit(campaignId, person).filter(StudySession::isOpen).forEach(workflow::unitChanged);
  }

  private Stream<StudySession> ofUnit(String campaignId, Person person) {
    var unit = person.unitId();
    return unit == null ? Stream.of() : sessions.ofUnit(campaignId, unit).stream();
  }
}
