package org.xiaohao.ledger;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.xiaohao.roster.Responsibles;

/**
 * Whose things somebody looks at.
 *
 * @param everything whether that is all of the campaign
 * @param person who owes them as a person; empty for nobody
 * @param overseen units of which the things of their people count, too
 * @param units units as such
 * @param branches branches as such
 */
public record Sight(
    boolean everything,
    String person,
    Collection<String> overseen,
    Collection<String> units,
    Collection<String> branches) {

  /** Rows of {@code ledger_item} that are seen; {@link #bind} gives its values. */
  static final String CONDITION =
      """
      (cast(:everything as boolean) or person_id = :person or unit_id in (:overseen)
        or (person_id is null and unit_id in (:units))
        or (person_id is null and unit_id is null and branch_id in (:branches)))
      """;

  /**
   * All that somebody owes, as a person and for units and branches.
   *
   * @param units units for which the person acts as liaison
   * @param branches branches whose secretary the person is
   */
  public static Sight owedBy(String person, Collection<String> units, Collection<String> branches) {
    return new Sight(false, person, List.of(), units, branches);
  }

  /** All that somebody owes, as a person and for the units and branches for which they act. */
  public static Sight owedBy(Responsibles responsibles, String campaignId, String person) {
    return owedBy(
        person,
        responsibles.unitsOf(campaignId, person),
        responsibles.branchesOf(campaignId, person));
  }

  /** Whether that thing is among them. */
  public boolean covers(LedgerItem item) {
    var unit = item.unitId();
    var ofAPerson = item.personId() != null;
    return everything
        || person.equals(item.personId())
        || (unit != null && overseen.contains(unit))
        || (!ofAPerson && unit != null && units.contains(unit))
        || (!ofAPerson && unit == null && branches.contains(item.branchId()));
  }

  StatementSpec bind(StatementSpec statement) {
    return statement
        .param("everything", everything)
        .param("person", person)
        .param("overseen", some(overseen))
        .param("units", some(units))
        .param("branches", some(branches));
  }

  /** No database takes an empty list. */
  private static Collection<String> some(Collection<String> ids) {
    return ids.isEmpty() ? List.of("") : ids;
  }
}
