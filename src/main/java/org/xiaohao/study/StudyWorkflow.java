package org.xiaohao.study;

/** What sessions and their material tell their processes. */
public interface StudyWorkflow {

  /** A session is open: its unit is asked to prepare it. */
  void opened(StudySession session);

  /** It has another title. */
  void renamed(StudySession session);

  /** It was moved to another day before it began. */
  void moved(StudySession session);

  /** Its unit corrects the preparation. */
  void reopened(StudySession session);

  /** It did not take place and was moved to another day: it is prepared anew. */
  void postponed(StudySession session);

  /** It was cancelled, or lapsed: nobody is to act any more. */
  void settled(StudySession session);

  /** Other people belong to its unit now. */
  void unitChanged(StudySession session);

  /** Its material was supplied. */
  void supplied(StudySession session);

  /** Material is open: the office is asked for it. */
  void opened(StudyMaterial material);

  /** Its day was moved. */
  void moved(StudyMaterial material);

  /** It was waived, or lapsed. */
  void settled(StudyMaterial material);
}
