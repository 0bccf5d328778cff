package org.xiaohao.rectification;

import org.springframework.stereotype.Component;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Responsibles;

/** Who looks at what was rectified, before it is verified. */
@Component
public class Checkers {

  private final Responsibles responsibles;
  private final Deputies deputies;

  Checkers(Responsibles responsibles, Deputies deputies) {
    this.responsibles = responsibles;
    this.deputies = deputies;
  }

  /**
   * Group that checks it: the head of the unit; for what the head rectifies the leader in charge,
   * else the office.
   *
   * @return id of a group, see {@link Groups}
   */
  public String group(Problem problem) {
    var campaign = problem.campaignId();
    var unit = problem.unitId();
    var owner = problem.remedy().owner();
    if (unit == null) {
      return Groups.office(campaign);
    }
    if (responsibles.headOf(campaign, unit).filter(head -> !head.id().equals(owner)).isPresent()) {
      return Groups.head(campaign, unit);
    }
    return responsibles
            .leaderInChargeOf(campaign, unit)
            .filter(leader -> !leader.id().equals(owner))
            .isPresent()
        ? Groups.leader(campaign, unit)
        : Groups.office(campaign);
  }

  /** Whether that person is in that group, or stands in for who is. */
  boolean mayCheck(Problem problem, String person) {
    var campaign = problem.campaignId();
    var unit = problem.unitId();
    var group = group(problem);
    if (unit != null && group.equals(Groups.head(campaign, unit))) {
      return deputies.acts(campaign, person, responsibles.headOf(campaign, unit));
    }
    return unit != null
        && group.equals(Groups.leader(campaign, unit))
        && deputies.acts(campaign, person, responsibles.leaderInChargeOf(campaign, unit));
  }
}
