package org.xiaohao.meeting.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.MeetingWorkflow;
import org.xiaohao.meeting.process.MeetingProcess.Elements;
import org.xiaohao.meeting.process.MeetingProcess.Messages;

@Component
class EngineMeetingWorkflow implements MeetingWorkflow {

  private final Instances instances;

  EngineMeetingWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void opened(Meeting meeting) {
    instances.start(MeetingProcess.KEY, meeting.key(), meeting.title());
  }

  /**
   * The form proposes the day, so an open task is started anew rather than only its limit moved.
   */
  @Override
  public void moved(Meeting meeting) {
    if (meeting.state() == Meeting.State.ARRANGING) {
      instances.restart(meeting.key(), Elements.ARRANGE);
    } else {
      instances.moveTimer(meeting.key(), Elements.TAKES_PLACE, meeting.dueAt());
    }
  }

  @Override
  public void settled(Meeting meeting) {
    instances.tell(Messages.SETTLED, meeting.key(), Map.of());
  }
}
