package org.xiaohao.notification;

/** What the outbox tells the process of a campaign. */
public interface NotificationWorkflow {

  /**
   * A notice was given up. Does nothing where that cause is known already, or the campaign has
   * ended.
   *
   * @param cause what is broken: an address, or a whole channel
   * @param what the first notice that it hit, in words
   */
  void gaveUp(String campaignId, String cause, String what);

  /** Nothing that was given up for that cause is left: it is tried again, or nobody wants it. */
  void settled(String campaignId, String cause);
}
