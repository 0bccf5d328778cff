package org.xiaohao.campaign;

import org.xiaohao.campaign.Plan.Phase;
import org.xiaohao.campaign.Plan.Work;

/** Phases follow each other, and works lie within theirs. */
final class WindowRule implements PlanRule {

  /** Longer is a mistyped year, and would be millions of sessions. */
  private static final int AT_MOST_DAYS = 731;

  @Override
  public void check(Plan plan, PlanFindings findings) {
    for (int i = 0; i < plan.phases().size(); i++) {
      var phase = plan.phases().get(i);
      var pointer = "/phases/" + i;
      if (phase.ends().isBefore(phase.starts())) {
        endsBeforeStart(pointer, phase.starts(), phase.ends(), findings);
      } else if (phase.starts().plusDays(AT_MOST_DAYS).isBefore(phase.ends())) {
        findings.error(pointer + "/ends", "plan.phase-too-long", phase.title());
      }
      if (i > 0) {
        follows(plan.phases().get(i - 1), phase, pointer, findings);
      }
      for (int j = 0; j < phase.works().size(); j++) {
        work(phase, j, pointer + "/works/" + j, findings);
      }
    }
  }

  private static void follows(Phase before, Phase phase, String pointer, PlanFindings findings) {
    if (!phase.starts().isAfter(before.ends())) {
      findings.error(
          pointer + "/starts",
          "plan.phases-overlap",
          phase.title(),
          phase.starts().toString(),
          before.title(),
          before.ends().toString());
    } else if (phase.starts().isAfter(before.ends().plusDays(1))) {
      findings.warning(
          pointer + "/starts",
          "plan.phases-gap",
          before.title(),
          before.ends().toString(),
          phase.title(),
          phase.starts().toString());
    }
  }

  private static void work(Phase phase, int index, String pointer, PlanFindings findings) {
    var work = phase.works().get(index);
    if (work.ends().isBefore(work.starts())) {
      endsBeforeStart(pointer, work.starts(), work.ends(), findings);
    }
    if (work.starts().isBefore(phase.starts()) || work.starts().isAfter(phase.ends())) {
      DayRule.outside(pointer + "/starts", work.starts(), phase, findings);
    }
    if (work.ends().isBefore(phase.starts()) || work.ends().isAfter(phase.ends())) {
      DayRule.outside(pointer + "/ends", work.ends(), phase, findings);
    }
    phase.works().stream()
        .limit(index)
        .filter(other -> other.kind() == work.kind() && overlap(other, work))
        .forEach(
            other ->
                findings.error(
                    pointer + "/starts",
                    "plan.works-overlap",
                    work.title(),
                    other.title(),
                    other.starts().toString(),
                    other.ends().toString()));
  }

  private static boolean overlap(Work one, Work other) {
    return !one.starts().isAfter(other.ends()) && !other.starts().isAfter(one.ends());
  }

  private static void endsBeforeStart(
      String pointer, Object starts, Object ends, PlanFindings findings) {
    findings.error(pointer + "/ends", "plan.ends-before-start", ends.toString(), starts.toString());
  }
}
