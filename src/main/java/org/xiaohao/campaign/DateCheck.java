package org.xiaohao.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xiaohao.calendar.WorkingCalendar;
import org.xiaohao.campaign.Forecast.Move;
import org.xiaohao.shared.Refusal;

/** Where the dates of the plan really fall (A14). */
final class DateCheck {

  private final Plan plan;
  private final WorkingCalendar calendar;
  private final PlanFindings findings;
  private final List<Move> moves = new ArrayList<>();

  /** Codes and texts of what the calendar refused: a missing year is said once, not per date. */
  private final Set<String> refused = new HashSet<>();

  DateCheck(Plan plan, WorkingCalendar calendar, PlanFindings findings) {
    this.plan = plan;
    this.calendar = calendar;
    this.findings = findings;
  }

  /** Dates that move, in their order; none of those whose year the calendar lacks. */
  List<Move> check() {
    for (int i = 0; i < plan.phases().size(); i++) {
      var phase = plan.phases().get(i);
      var pointer = "/phases/" + i;
      date(pointer + "/starts", phase.starts(), phase.title(), "starts");
      date(pointer + "/ends", phase.ends(), phase.title(), "ends");
      for (int j = 0; j < phase.works().size(); j++) {
        var work = phase.works().get(j);
        date(pointer + "/works/" + j + "/starts", work.starts(), work.title(), "starts");
        date(pointer + "/works/" + j + "/ends", work.ends(), work.title(), "ends");
      }
    }
    Entry.of(plan).forEach(entry -> entry.days().forEach((key, day) -> date(entry, key, day)));
    weekdays();
    return moves.stream().sorted(Comparator.comparing(Move::planDate)).toList();
  }

  /** Whether every date could be looked up. */
  boolean complete() {
    return refused.isEmpty();
  }

  /** Sessions by weekday have no date in the plan, and so no line of their own. */
  private void weekdays() {
    for (int i = 0; i < plan.sessions().size(); i++) {
      var series = plan.sessions().get(i);
      if (!series.weekdays().isEmpty()) {
        var pointer = "/sessions/" + i + "/weekdays";
        var phase = plan.phase(series.phase()).orElseThrow();
        series.days(phase, Set.of()).forEach(day -> date(pointer, day, series.title(), "on"));
      }
    }
  }

  private void date(Entry entry, String key, LocalDate day) {
    var slash = key.indexOf('/');
    date(entry.at(key), day, entry.title(), slash < 0 ? key : key.substring(0, slash));
  }

  private void date(String pointer, LocalDate day, String title, String key) {
    try {
      var effective = calendar.effective(day, plan.settings().daysOff());
      if (effective.moved()) {
        var dayOff = effective.dayOff() == null ? "" : effective.dayOff();
        var what = PlanFindings.text("check.date-" + key, title);
        moves.add(new Move(day, effective.effectiveDate(), dayOff, what));
        findings.note(
            pointer,
            key.equals("on") ? "check.session-moves" : "check.date-moves",
            what,
            day.toString(),
            dayOff,
            effective.effectiveDate().toString());
      }
    } catch (Refusal refusal) {
      if (refused.add(refusal.getMessage())) {
        findings.errorOf(refusal);
      }
    }
  }
}
