package org.xiaohao.roster;

import java.util.List;
import java.util.Optional;

/**
 * The people of a campaign as one roster file names them: complete and free of contradictions.
 *
 * @param units in their fixed order
 * @param branches in their fixed order
 * @param people in the order of the file
 */
public record Roster(List<Unit> units, List<Branch> branches, List<Person> people) {

  public Roster {
    units = List.copyOf(units);
    branches = List.copyOf(branches);
    people = List.copyOf(people);
  }

  /** The person with that id. */
  public Optional<Person> person(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /** The unit with that id. */
  public Optional<Unit> unit(String id) {
    return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /** Everybody who belongs to that unit. */
  public List<Person> peopleOf(Unit unit) {
    return people.stream().filter(person -> unit.id().equals(person.unitId())).toList();
  }
}
