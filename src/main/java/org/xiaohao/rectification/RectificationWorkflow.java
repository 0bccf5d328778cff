package org.xiaohao.rectification;

/** What a problem tells its process. */
public interface RectificationWorkflow {

  /** A problem is registered, or taken up again after its instance had ended. */
  void started(Problem problem);

  /** It was closed out, or is followed for a long time, and is rectified again. */
  void reopened(Problem problem);

  /** It was merged, split or cancelled: nobody is to act any more. */
  void settled(Problem problem);

  /** The owner asks for more time; the office is to decide. */
  void extensionAsked(Problem problem);

  /** Its limit was moved. */
  void moved(Problem problem);

  /** Its owner has left, or it goes to another unit: a unit analyses it and names an owner. */
  void ownerLeft(Problem problem);

  /** Another unit analyses it, before anybody proposed anything. */
  void unitChanged(Problem problem);

  /** Another unit analyses it; what the one before proposed is not confirmed any more. */
  void proposalOvertaken(Problem problem);

  /** Somebody else of the unit rectifies it. */
  void ownerChanged(Problem problem);

  /** Its kind, weight or urgency is another one. */
  void rated(Problem problem);

  /** Somebody else verifies it. */
  void verifierChanged(Problem problem);
}
