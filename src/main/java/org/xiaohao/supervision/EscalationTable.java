package org.xiaohao.supervision;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.engine.Decisions;

/** The table {@code escalation}: what becomes of an item's light, level by level (R16). */
@Component
class EscalationTable {

  /** What is done towards one level. */
  enum Act {
    NOTHING,
    /** A notice. */
    TELL,
    /** A numbered slip, to be taken note of. */
    SLIP,
    /** A numbered slip, to be answered. */
    ANSWER;

    /** Whether the level is told by a notice: it was, before it has to answer. */
    boolean tells() {
      return this == TELL || this == ANSWER;
    }

    boolean issuesSlip() {
      return this == SLIP || this == ANSWER;
    }
  }

  private final Decisions decisions;

  EscalationTable(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * @param role who is at that level; {@link Role#OWNER} is whoever has to act
   * @param workingDaysLate working days since the limit passed; negative where it has not
   * @param afterWorkingDays after how many the plan tells this level
   */
  Act act(Light light, Role role, int workingDaysLate, int afterWorkingDays) {
    return Act.valueOf(
        decisions.first(
            "escalation",
            Map.of(
                "light",
                light.name(),
                "role",
                role.name(),
                "workingDaysLate",
                workingDaysLate,
                "afterWorkingDays",
                afterWorkingDays)));
  }
}
