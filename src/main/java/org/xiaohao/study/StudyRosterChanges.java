package org.xiaohao.study;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.PersonJoined;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;
import org.xiaohao.study.StudySession.State;

/**
 * Who joins, leaves or changes unit after the launch: the open forms of the unit's sessions list
 * its people as they are now, and who was not invited to a session that is prepared is, who need
 * not come any more is told. Sessions that are recorded already stay as they are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StudyRosterChanges {

  private final StudySessions sessions;
  private final StudyWorkflow workflow;
  private final SessionNotices notices;
  private final Clock clock;

  StudyRosterChanges(
      StudySessions sessions, StudyWorkflow workflow, SessionNotices notices, Clock clock) {
    this.sessions = sessions;
    this.workflow = workflow;
    this.notices = notices;
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
    upcoming(campaignId, person).forEach(session -> notices.left(session, person));
  }

  /**
   * Saved as they are: what is said of one under the same number to the same person is said once.
   */
  private Stream<StudySession> upcoming(String campaignId, Person person) {
    return ofUnit(campaignId, person)
        .filter(session -> session.state() == State.READY)
        .filter(session -> session.time().begins().isAfter(clock.instant()))
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
