package org.xiaohao.simulation.people;

import java.time.Instant;
import java.time.LocalTime;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.roster.Rosters;

/** What becomes of a paper. */
@Simulated
class SubmissionFates {

  private final Rosters rosters;

  SubmissionFates(Rosters rosters) {
    this.rosters = rosters;
  }

  /** What becomes of a paper. */
  enum Fate {
    /** In good time, on the last day, or some days late. */
    ORDINARY,
    /** Asks for two more days. */
    ASKS_FOR_TIME,
    /** The office gives it another day. */
    MOVED,
    /** Only once the gate of the phase has asked for it. */
    AFTER_THE_GATE,
    /** The office waives it when it is late. */
    WAIVED,
    /** Lapses at the end of the campaign. */
    NEVER
  }

  Fate of(Todo todo) {
    var plan = todo.dates().plan();
    var paper = plan.paper(todo.part(1)).orElseThrow();
    var share = todo.draw().share("fate");
    if (paper.optional()) {
      return share < 0.7 ? Fate.NEVER : Fate.ORDINARY;
    }
    if (isMoved(plan, paper, todo)) {
      return Fate.MOVED;
    }
    if (share < 0.02) {
      return Fate.NEVER;
    }
    if (share < 0.035) {
      return Fate.AFTER_THE_GATE;
    }
    if (share < 0.045) {
      return Fate.WAIVED;
    }
    return share < 0.075 && paper.owedBy() != OwedBy.SPEAKER ? Fate.ASKS_FOR_TIME : Fate.ORDINARY;
  }

  /** The office moves one date: that of the first unit's last paper. */
  private boolean isMoved(Plan plan, Paper paper, Todo todo) {
    var last = plan.papers().stream().filter(p -> p.owedBy() == OwedBy.UNIT && !p.optional());
    return paper.owedBy() == OwedBy.UNIT
        && last.reduce((before, after) -> after).filter(paper::equals).isPresent()
        && rosters.units(plan.id()).get(0).id().equals(todo.part(2));
  }

  /** Two or three working days after the phase ends. */
  Instant afterTheGate(Todo todo) {
    var dates = todo.dates();
    var paper = dates.plan().paper(todo.part(1)).orElseThrow();
    var ends = dates.plan().phase(paper.phase()).orElseThrow().ends();
    var gate = dates.effective(ends).effectiveDate();
    var day = dates.calendar().plusWorkingDays(gate, todo.lots().between("gate", 2, 3));
    return dates.at(day, LocalTime.of(15, 30));
  }
}
