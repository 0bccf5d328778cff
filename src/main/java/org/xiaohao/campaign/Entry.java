package org.xiaohao.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all things that a plan asks for have in common, whatever they are: for rules that treat them
 * alike.
 *
 * @param pointer where it stands in the plan
 * @param phase phase that it names
 * @param work work that it names; null for none
 * @param days its days, by their place in the plan
 */
record Entry(
    String pointer,
    String id,
    String title,
    String phase,
    @Nullable String work,
    Map<String, LocalDate> days) {

  /** Sessions, papers, meetings, consultations and selections, in this order. */
  static List<Entry> of(Plan plan) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < plan.sessions().size(); i++) {
      var series = plan.sessions().get(i);
      var entry = entry("/sessions/" + i, series.id(), series.title(), series.phase(), null);
      for (int day = 0; day < series.on().size(); day++) {
        entry.day("on/" + day, series.on().get(day));
      }
      entries.add(entry);
    }
    for (int i = 0; i < plan.papers().size(); i++) {
      var paper = plan.papers().get(i);
      entries.add(
          entry("/papers/" + i, paper.id(), paper.title(), paper.phase(), paper.work())
              .day("limit", paper.limit())
              .day("lastLimit", paper.lastLimit()));
    }
    for (int i = 0; i < plan.meetings().size(); i++) {
      var meeting = plan.meetings().get(i);
      entries.add(
          entry("/meetings/" + i, meeting.id(), meeting.title(), meeting.phase(), meeting.work())
              .day("proposed", meeting.proposed())
              .day("by", meeting.by()));
    }
    for (int i = 0; i < plan.consultations().size(); i++) {
      var asked = plan.consultations().get(i);
      entries.add(
          entry("/consultations/" + i, asked.id(), asked.title(), asked.phase(), asked.work())
              .day("limit", asked.limit()));
    }
    for (int i = 0; i < plan.benchmarkSelections().size(); i++) {
      var chosen = plan.benchmarkSelections().get(i);
      entries.add(
          entry(
                  "/benchmarkSelections/" + i,
                  chosen.id(),
                  chosen.title(),
                  chosen.phase(),
                  chosen.work())
              .day("fieldVisitFrom", chosen.fieldVisitFrom())
              .day("fieldVisitTo", chosen.fieldVisitTo())
              .day("limit", chosen.limit()));
    }
    return entries;
  }

  /** Where that key of it stands in the plan. */
  String at(String key) {
    return pointer + "/" + key;
  }

  private static Entry entry(
      String pointer, String id, String title, String phase, @Nullable String work) {
    return new Entry(pointer, id, title, phase, work, new LinkedHashMap<>());
  }

  private Entry day(String key, @Nullable LocalDate day) {
    if (day != null) {
      days.put(key, day);
    }
    return this;
  }
}
