package org.xiaohao.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.campaign.Plan.Work;
import org.xiaohao.campaign.Plan.WorkKind;

/** Topics that get fewer of the weekly sessions than others (A4). */
final class TopicCheck {

  private final Plan plan;
  private final PlanFindings findings;

  TopicCheck(Plan plan, PlanFindings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void check() {
    plan.sessions().stream().filter(series -> !series.weekdays().isEmpty()).forEach(this::compare);
  }

  private void compare(SessionSeries series) {
    var phase = plan.phase(series.phase()).orElseThrow();
    var days = series.days(phase, Set.of());
    var perTopic = new LinkedHashMap<Work, List<LocalDate>>();
    phase.works().stream()
        .filter(work -> work.kind() == WorkKind.TOPIC)
        .forEach(topic -> perTopic.put(topic, within(days, topic)));
    var most = perTopic.values().stream().mapToInt(List::size).max().orElse(0);
    perTopic.forEach(
        (topic, held) -> {
          if (held.size() < most) {
            report(series, topic, held, most);
          }
        });
  }

  private void report(SessionSeries series, Work topic, List<LocalDate> held, int most) {
    var missing = new TreeSet<>(series.weekdays());
    held.forEach(day -> missing.remove(day.getDayOfWeek()));
    var pointer = pointer(topic);
    if (held.isEmpty()) {
      findings.note(pointer, "check.topic-without-session", topic.title(), series.title());
    } else {
      findings.note(
          pointer,
          "check.topic-with-fewer-sessions",
          topic.title(),
          String.valueOf(held.size()),
          PlanFindings.joined(held.stream().map(LocalDate::toString).toList()),
          String.valueOf(most),
          PlanFindings.joined(missing.stream().map(TopicCheck::name).toList()));
    }
  }

  private String pointer(Work topic) {
    for (int i = 0; i < plan.phases().size(); i++) {
      var at = plan.phases().get(i).works().indexOf(topic);
      if (at >= 0) {
        return "/phases/" + i + "/works/" + at;
      }
    }
    return "";
  }

  private static List<LocalDate> within(List<LocalDate> days, Work topic) {
    return days.stream()
        .filter(day -> !day.isBefore(topic.starts()) && !day.isAfter(topic.ends()))
        .toList();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
  }
}
