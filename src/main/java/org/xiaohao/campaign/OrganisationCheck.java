package org.xiaohao.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;

/** Whoever the plan names stands in the roster (R7, R9). */
final class OrganisationCheck {

  private final Plan plan;
  private final PlanFindings findings;

  OrganisationCheck(Plan plan, PlanFindings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void check(Roster roster) {
    var people = new HashSet<>(roster.people().stream().map(Person::id).toList());
    person("/leadingGroup/head", plan.leadingGroup().head(), people);
    all("/leadingGroup/deputyHeads", plan.leadingGroup().deputyHeads(), people);
    person("/office/director", plan.office().director(), people);
    all("/office/members", plan.office().members(), people);
    var seat = plan.office().seat();
    var units = new ArrayList<>(roster.units().stream().map(Unit::id).toList());
    if (seat != null && !units.contains(seat)) {
      findings.error("/office/seat", "check.unknown-unit", seat, PlanFindings.joined(units));
    }
    if (units.isEmpty()) {
      findings.error("", "check.no-units");
    }
  }

  private void all(String pointer, List<String> ids, Set<String> people) {
    for (int i = 0; i < ids.size(); i++) {
      person(pointer + "/" + i, ids.get(i), people);
    }
  }

  private void person(String pointer, String id, Set<String> people) {
    if (!people.contains(id)) {
      Spelling.closest(id, people)
          .ifPresentOrElse(
              meant -> findings.error(pointer, "check.unknown-person-meant", id, meant),
              () -> findings.error(pointer, "check.unknown-person", id));
    }
  }
}
