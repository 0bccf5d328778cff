package org.xiaohao.campaign;

import java.util.List;
import java.util.Set;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.Phase;
import org.xiaohao.campaign.Plan.PhaseKind;
import org.xiaohao.campaign.Plan.Work;
import org.xiaohao.campaign.Plan.WorkKind;

/** What names another part of the plan names one that exists and fits. */
final class ReferenceRule implements PlanRule {

  @Override
  public void check(Plan plan, PlanFindings findings) {
    for (var entry : Entry.of(plan)) {
      plan.phase(entry.phase())
          .ifPresentOrElse(
              phase -> work(entry, phase, findings),
              () -> unknown(entry.at("phase"), entry.phase(), phaseIds(plan), findings));
    }
    for (int i = 0; i < plan.sessions().size(); i++) {
      speechText(plan, i, findings);
    }
    for (int i = 0; i < plan.phases().size(); i++) {
      var phase = plan.phases().get(i);
      for (int j = 0; j < phase.works().size(); j++) {
        kind(phase, phase.works().get(j), "/phases/" + i + "/works/" + j, findings);
      }
    }
  }

  private static void work(Entry entry, Phase phase, PlanFindings findings) {
    var works = phase.works().stream().map(Work::id).toList();
    if (entry.work() != null && !works.contains(entry.work())) {
      unknown(entry.at("work"), entry.work(), works, findings);
    }
  }

  private static void speechText(Plan plan, int index, PlanFindings findings) {
    var series = plan.sessions().get(index);
    var pointer = "/sessions/" + index + "/speechText";
    if (series.speechText() == null) {
      return;
    }
    var paper = plan.paper(series.speechText());
    if (paper.isEmpty()) {
      unknown(
          pointer, series.speechText(), plan.papers().stream().map(Paper::id).toList(), findings);
    } else if (paper.get().owedBy() != OwedBy.SPEAKER) {
      findings.error(pointer, "plan.speech-text-not-of-speaker", series.speechText());
    } else if (!paper.get().phase().equals(series.phase())) {
      findings.error(pointer, "plan.speech-text-of-other-phase", series.speechText());
    }
  }

  private static void kind(Phase phase, Work work, String pointer, PlanFindings findings) {
    var fitting = fitting(phase.kind());
    if (!fitting.contains(work.kind())) {
      findings.error(
          pointer + "/kind",
          "plan.work-kind",
          work.kind().name(),
          phase.kind().name(),
          PlanFindings.joined(fitting.stream().map(Enum::name).sorted().toList()));
    }
  }

  private static Set<WorkKind> fitting(PhaseKind kind) {
    return switch (kind) {
      case STUDY -> Set.of(WorkKind.TOPIC);
      case BENCHMARK -> Set.of(WorkKind.GAPS, WorkKind.STANDARDS);
      case IMPROVEMENT -> Set.of(WorkKind.PERSONAL, WorkKind.LEDGERS);
    };
  }

  private static List<String> phaseIds(Plan plan) {
    return plan.phases().stream().map(Phase::id).toList();
  }

  private static void unknown(
      String pointer, String given, List<String> known, PlanFindings findings) {
    Spelling.closest(given, known)
        .ifPresentOrElse(
            meant -> findings.error(pointer, "plan.unknown-reference-meant", given, meant),
            () ->
                findings.error(
                    pointer, "plan.unknown-reference", given, PlanFindings.joined(known)));
  }
}
