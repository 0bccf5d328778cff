package org.xiaohao.campaign;

import java.util.HashSet;
import org.xiaohao.campaign.Plan.Content;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;

/** What an entry says of itself goes together. */
final class ContentRule implements PlanRule {

  @Override
  public void check(Plan plan, PlanFindings findings) {
    for (int i = 0; i < plan.papers().size(); i++) {
      limits(plan.papers().get(i), "/papers/" + i, findings);
      columns(plan.papers().get(i), "/papers/" + i, findings);
    }
    for (int i = 0; i < plan.sessions().size(); i++) {
      var series = plan.sessions().get(i);
      if (series.weekdays().isEmpty() && series.on().isEmpty()) {
        findings.error("/sessions/" + i, "plan.session-without-days");
      } else if (!series.weekdays().isEmpty() && !series.on().isEmpty()) {
        findings.error("/sessions/" + i + "/on", "plan.session-with-both-days");
      }
    }
    escalation(plan, findings);
    if (plan.leadingGroup().deputyHeads().contains(plan.leadingGroup().head())) {
      findings.error(
          "/leadingGroup/deputyHeads", "plan.head-and-deputy", plan.leadingGroup().head());
    }
  }

  private static void limits(Paper paper, String pointer, PlanFindings findings) {
    if (paper.owedBy() == OwedBy.SPEAKER) {
      if (paper.limitAfterSession() == null) {
        findings.error(pointer, "plan.speaker-without-limit");
      }
      if (paper.limit() != null) {
        findings.error(pointer + "/limit", "plan.speaker-with-date");
      }
    } else {
      if (paper.limit() == null) {
        findings.error(pointer, "plan.paper-without-limit");
      }
      if (paper.limitAfterSession() != null) {
        findings.error(pointer + "/limitAfterSession", "plan.limit-after-session-of-other");
      }
    }
  }

  private static void columns(Paper paper, String pointer, PlanFindings findings) {
    if (paper.content() == Content.TABLE && paper.columns().isEmpty()) {
      findings.error(pointer, "plan.table-without-columns");
    } else if (paper.content() != Content.TABLE && !paper.columns().isEmpty()) {
      findings.error(pointer + "/columns", "plan.columns-without-table");
    }
    var prefilled = paper.columns().stream().filter(column -> column.prefill() != null).count();
    if (prefilled > 1) {
      findings.error(pointer + "/columns", "plan.prefill-twice");
    } else if (prefilled == 1 && paper.owedBy() != OwedBy.UNIT) {
      findings.error(pointer + "/columns", "plan.prefill-not-of-unit");
    }
  }

  private static void escalation(Plan plan, PlanFindings findings) {
    var levels = plan.settings().escalation();
    var roles = new HashSet<Plan.Role>();
    for (int i = 0; i < levels.size(); i++) {
      var pointer = "/settings/escalation/" + i;
      if (i > 0 && levels.get(i).afterWorkingDays() <= levels.get(i - 1).afterWorkingDays()) {
        findings.error(pointer + "/afterWorkingDays", "plan.escalation-order");
      }
      if (!roles.add(levels.get(i).role())) {
        findings.error(pointer + "/role", "plan.escalation-twice", levels.get(i).role().name());
      }
    }
  }
}
