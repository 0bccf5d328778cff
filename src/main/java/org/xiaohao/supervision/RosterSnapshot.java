package org.xiaohao.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/**
 * The roster of one campaign, read in three queries: a round over many items asks it once per item
 * and more. Only what the roster no longer names is looked up one by one, once.
 */
final class RosterSnapshot extends Rosters {

  private final Map<String, Person> people;
  private final Map<String, Optional<Unit>> units;
  private final Map<String, Optional<Branch>> branches;

  RosterSnapshot(JdbcClient jdbc, String campaignId) {
    super(jdbc);
    people =
        super.people(campaignId).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    units = new HashMap<>();
    super.units(campaignId).forEach(unit -> units.put(unit.id(), Optional.of(unit)));
    branches = new HashMap<>();
    super.branches(campaignId).forEach(branch -> branches.put(branch.id(), Optional.of(branch)));
  }

  @Override
  public Optional<Person> activePerson(String campaignId, String personId) {
    return Optional.ofNullable(people.get(personId));
  }

  @Override
  public Optional<Unit> unit(String campaignId, String unitId) {
    return units.computeIfAbsent(unitId, id -> super.unit(campaignId, id));
  }

  @Override
  public Optional<Branch> branch(String campaignId, String branchId) {
    return branches.computeIfAbsent(branchId, id -> super.branch(campaignId, id));
  }
}
