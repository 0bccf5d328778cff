package org.xiaohao.study;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.PersonJoined;
import org.xiaohao.roster.PersonLeft;
import org.xiaohao.roster.PersonMoved;

/**
 * Who joins, leaves or changes unit after the launch: the open forms of the unit's sessions list
 * its people as they are now. Sessions that are recorded already stay as they are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StudyRosterChanges {

  private final StudySessions sessions;
  private final StudyWorkflow workflow;

  StudyRosterChanges(StudySessions sessions, StudyWorkflow workflow) {
    this.sessions = sessions;
    this.workflow = workflow;
  }

  @EventListener
  void on(PersonJoined joined) {
    changed(joined.campaignId(), joined.person().unitId());
  }

  @EventListener
  void on(PersonLeft left) {
    changed(left.campaignId(), left.person().unitId());
  }

  @EventListener
  void on(PersonMoved moved) {
    changed(moved.campaignId(), moved.before().unitId(), moved.after().unitId());
  }

  private void changed(String campaignId, @Nullable String... units) {
    Stream.of(units)
        .filter(Objects::nonNull)
        .flatMap(unit -> sessions.ofUnit(campaignId, unit).stream())
        .filter(StudySession::isOpen)
        .forEach(workflow::unitChanged);
  }
}
