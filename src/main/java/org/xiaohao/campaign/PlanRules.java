package org.xiaohao.campaign;

import java.util.List;

/** All rules of a plan beyond its schema. */
final class PlanRules implements PlanRule {

  private final List<PlanRule> rules =
      List.of(
          new IdRule(), new ReferenceRule(), new WindowRule(), new DayRule(), new ContentRule());

  @Override
  public void check(Plan plan, PlanFindings findings) {
    rules.forEach(rule -> rule.check(plan, findings));
  }
}
