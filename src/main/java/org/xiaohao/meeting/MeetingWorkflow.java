package org.xiaohao.meeting;

/** What a meeting tells its process. */
public interface MeetingWorkflow {

  /** A meeting is open: the office is asked to arrange it. */
  void opened(Meeting meeting);

  /** Its day was moved, or its limit. */
  void moved(Meeting meeting);

  /** It was cancelled, or lapsed: nobody is to act any more. */
  void settled(Meeting meeting);
}
