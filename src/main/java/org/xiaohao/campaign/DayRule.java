package org.xiaohao.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Plan.Phase;

/** Days lie within their phase and in the order in which they can be kept. */
final class DayRule implements PlanRule {

  @Override
  public void check(Plan plan, PlanFindings findings) {
    for (var entry : Entry.of(plan)) {
      plan.phase(entry.phase()).ifPresent(phase -> within(entry, phase, findings));
      inOrder(entry, "limit", "lastLimit", findings);
      inOrder(entry, "proposed", "by", findings);
      inOrder(entry, "fieldVisitFrom", "fieldVisitTo", findings);
      if (entry.days().containsKey("fieldVisitFrom") != entry.days().containsKey("fieldVisitTo")) {
        findings.error(entry.pointer(), "plan.field-visit-half");
      }
    }
    for (int i = 0; i < plan.sessions().size(); i++) {
      var series = plan.sessions().get(i);
      if (!series.ends().isAfter(series.starts())) {
        findings.error(
            "/sessions/" + i + "/ends",
            "plan.ends-before-start",
            series.ends().toString(),
            series.starts().toString());
      }
    }
  }

  static void outside(String pointer, LocalDate day, Phase phase, PlanFindings findings) {
    findings.error(
        pointer,
        "plan.day-outside-phase",
        day.toString(),
        phase.title(),
        phase.starts().toString(),
        phase.ends().toString());
  }

  private static void within(Entry entry, Phase phase, PlanFindings findings) {
    entry
        .days()
        .forEach(
            (key, day) -> {
              if (day.isBefore(phase.starts()) || day.isAfter(phase.ends())) {
                outside(entry.at(key), day, phase, findings);
              } else {
                afterItsWorkBegan(entry, key, day, phase, findings);
              }
            });
  }

  /** A field visit prepares its work and so may come before it (R56); nothing else may. */
  private static void afterItsWorkBegan(
      Entry entry, String key, LocalDate day, Phase phase, PlanFindings findings) {
    phase.works().stream()
        .filter(work -> work.id().equals(entry.work()) && !key.startsWith("fieldVisit"))
        .filter(work -> day.isBefore(work.starts()))
        .forEach(
            work ->
                findings.error(
                    entry.at(key),
                    "plan.day-before-work",
                    day.toString(),
                    work.title(),
                    work.starts().toString()));
  }

  private static void inOrder(Entry entry, String first, String last, PlanFindings findings) {
    @Nullable LocalDate from = entry.days().get(first);
    @Nullable LocalDate to = entry.days().get(last);
    if (from != null && to != null && to.isBefore(from)) {
      findings.error(
          entry.at(last), "plan.days-in-order", last, to.toString(), first, from.toString());
    }
  }
}
