package org.xiaohao.campaign;

/** Something that must hold in a plan and that its schema cannot say. */
@FunctionalInterface
interface PlanRule {

  /** Reports each breach at its place. The plan is complete and keeps to the schema. */
  void check(Plan plan, PlanFindings findings);
}
