package org.xiaohao.roster;

/** What a change of deputies tells the tasks that are open. */
public interface DeputyWorkflow {

  /**
   * Shares the open tasks of the absent person with the deputy, or takes them back from the deputy,
   * as {@link Deputies} says now. Tasks that are right already are left alone.
   */
  void share(String campaignId, String personId, String deputyId);
}
