package org.xiaohao.campaign;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids are the readable part of business keys, so none may stand for two things: neither two phases,
 * nor two works, nor two of the things that come from the plan, of whatever kind.
 */
final class IdRule implements PlanRule {

  @Override
  public void check(Plan plan, PlanFindings findings) {
    var phases = new HashMap<String, String>();
    var works = new HashMap<String, String>();
    for (int i = 0; i < plan.phases().size(); i++) {
      var phase = plan.phases().get(i);
      once(phase.id(), "/phases/" + i, phases, findings);
      for (int j = 0; j < phase.works().size(); j++) {
        once(phase.works().get(j).id(), "/phases/" + i + "/works/" + j, works, findings);
      }
    }
    var entries = new HashMap<String, String>();
    Entry.of(plan).forEach(entry -> once(entry.id(), entry.pointer(), entries, findings));
    for (int i = 0; i < plan.papers().size(); i++) {
      var columns = new HashMap<String, String>();
      for (int j = 0; j < plan.papers().get(i).columns().size(); j++) {
        var column = plan.papers().get(i).columns().get(j);
        once(column.id(), "/papers/" + i + "/columns/" + j, columns, findings);
      }
    }
  }

  private static void once(
      String id, String pointer, Map<String, String> seen, PlanFindings findings) {
    var first = seen.putIfAbsent(id, pointer);
    if (first != null) {
      var line = findings.places().line(first + "/id");
      findings.error(pointer + "/id", "plan.duplicate-id", id, String.valueOf(line));
    }
  }
}
