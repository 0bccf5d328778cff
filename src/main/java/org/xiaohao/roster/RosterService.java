package org.xiaohao.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.PartyRenamed.Party;
import org.xiaohao.roster.RosterTables.Placed;
import org.xiaohao.roster.RosterTables.Stored;
import org.xiaohao.shared.Refusal;

/** Imports rosters, the first of a campaign and every later one. */
@Service
public class RosterService {

  /** What is new, what differs, and the ids of what is no longer named. */
  private record Changes<T>(List<T> added, List<T> changed, List<String> gone) {

    /** What is new, and what is named again after it was gone. */
    Stream<T> named(Predicate<T> wasGone) {
      return Stream.concat(added.stream(), changed.stream().filter(wasGone));
    }
  }

  private final RosterTables tables;
  private final ApplicationEventPublisher events;

  public RosterService(JdbcTemplate jdbc, ApplicationEventPublisher events) {
    this.tables = new RosterTables(jdbc);
    this.events = events;
  }

  /**
   * Makes the roster the campaign's, all of it in one transaction. Nothing is deleted: people who
   * are no longer named have left, units and branches are removed from lists, and whoever is named
   * again is back. The same roster once more changes no row.
   *
   * <p>Publishes, in the same transaction and of every change but the first import, {@link
   * UnitAdded}, {@link BranchAdded}, {@link PersonLeft}, {@link PersonMoved} or {@link
   * PersonAmended}, {@link PersonJoined}, {@link UnitRemoved}, {@link BranchRemoved}, {@link
   * UnitAmended} and {@link PartyRenamed}; {@link RosterTaken} always and last.
   *
   * @param today day of the import in the zone of the campaign; on it people join and leave
   * @throws Refusal {@code roster.being-imported} if somebody else makes the first import of the
   *     campaign at the same moment; later imports wait for each other
   */
  @Transactional
  public void take(String campaignId, Roster roster, LocalDate today) {
    take(campaignId, roster, today, Map.of(), "");
  }

  /**
   * The same where units go.
   *
   * @param successors by the id of each unit that goes, the id of the one that takes over
   * @param by who imports it
   * @throws Refusal {@code roster.successor-missing} if nobody takes over from a unit that goes
   */
  @Transactional
  public void take(
      String campaignId,
      Roster roster,
      LocalDate today,
      Map<String, String> successors,
      String by) {
    var first = !tables.lock(campaignId);
    if (first) {
      open(campaignId, today);
    }
    var difference = new RosterDifference(stored(campaignId), roster);
    var changes = takeUnits(campaignId, roster.units(), today);
    changes.addAll(takeBranches(campaignId, roster.branches(), today));
    changes.addAll(takePeople(campaignId, roster.people(), today));
    if (!first) {
      changes.forEach(events::publishEvent);
      removed(campaignId, difference, successors, by).forEach(events::publishEvent);
      amended(campaignId, difference).forEach(events::publishEvent);
      renamed(campaignId, difference).forEach(events::publishEvent);
    }
    events.publishEvent(new RosterTaken(campaignId));
  }

  private void open(String campaignId, LocalDate today) {
    try {
      tables.open(campaignId, today);
    } catch (DuplicateKeyException otherWasQuicker) {
      throw new Refusal("roster.being-imported");
    }
  }

  /** What the last import named. */
  private Roster stored(String campaignId) {
    return new Roster(
        standing(tables.units(campaignId)).toList(),
        standing(tables.branches(campaignId)).toList(),
        standing(tables.people(campaignId)).map(Placed::person).toList());
  }

  private static <T> Stream<T> standing(Map<String, Stored<T>> stored) {
    return stored.values().stream().filter(one -> !one.gone()).map(Stored::value);
  }

  private static Stream<Object> removed(
      String campaignId, RosterDifference difference, Map<String, String> successors, String by) {
    return Stream.concat(
        difference.units().gone().stream()
            .map(
                unit ->
                    difference
                        .after()
                        .unit(successors.getOrDefault(unit.id(), ""))
                        .map(successor -> new UnitRemoved(campaignId, unit, successor, by))
                        .orElseThrow(() -> new Refusal("roster.successor-missing", unit.name()))),
        difference.branches().gone().stream()
            .map(branch -> new BranchRemoved(campaignId, branch, by)));
  }

  private static Stream<UnitAmended> amended(String campaignId, RosterDifference difference) {
    return difference.units().changed().stream()
        .map(change -> new UnitAmended(campaignId, change.before(), change.after()));
  }

  private static Stream<PartyRenamed> renamed(String campaignId, RosterDifference difference) {
    return Stream.of(
            difference.units().changed().stream()
                .map(
                    unit ->
                        new PartyRenamed(
                            campaignId,
                            Party.UNIT,
                            unit.after().id(),
                            unit.before().name(),
                            unit.after().name())),
            difference.branches().changed().stream()
                .map(
                    branch ->
                        new PartyRenamed(
                            campaignId,
                            Party.BRANCH,
                            branch.after().id(),
                            branch.before().name(),
                            branch.after().name())),
            difference.people().changed().stream()
                .map(
                    person ->
                        new PartyRenamed(
                            campaignId,
                            Party.PERSON,
                            person.after().id(),
                            person.before().name(),
                            person.after().name())))
        .flatMap(parties -> parties)
        .filter(party -> !party.before().equals(party.after()));
  }

  private List<Object> takeUnits(String campaignId, List<Unit> units, LocalDate today) {
    var stored = tables.units(campaignId);
    var changes = compare(stored, units, Unit::id);
    tables.insertUnits(campaignId, changes.added());
    tables.updateUnits(campaignId, changes.changed());
    tables.removeUnits(campaignId, changes.gone(), today);
    return changes
        .named(unit -> known(stored, unit.id()).gone())
        .<Object>map(unit -> new UnitAdded(campaignId, unit))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<Object> takeBranches(String campaignId, List<Branch> branches, LocalDate today) {
    var stored = tables.branches(campaignId);
    var changes = compare(stored, branches, Branch::id);
    tables.insertBranches(campaignId, changes.added());
    tables.updateBranches(campaignId, changes.changed());
    tables.removeBranches(campaignId, changes.gone(), today);
    return changes
        .named(branch -> known(stored, branch.id()).gone())
        .<Object>map(branch -> new BranchAdded(campaignId, branch))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Writes the people and tells what happened to them, in the order in which it is to be heard. */
  private List<Object> takePeople(String campaignId, List<Person> people, LocalDate today) {
    var stored = tables.people(campaignId);
    var placed =
        IntStream.range(0, people.size())
            .mapToObj(index -> new Placed(people.get(index), index + 1))
            .toList();
    var changes = compare(stored, placed, one -> one.person().id());

    var left = new ArrayList<Object>();
    for (var id : changes.gone()) {
      left.add(new PersonLeft(campaignId, known(stored, id).value().person(), today));
    }
    var moved = new ArrayList<Object>();
    var joined = new ArrayList<Object>();
    var returned = new ArrayList<String>();
    for (var change : changes.changed()) {
      var after = change.person();
      var before = known(stored, after.id());
      if (before.gone()) {
        returned.add(after.id());
        joined.add(new PersonJoined(campaignId, after));
      } else if (hasMoved(before.value().person(), after)) {
        moved.add(new PersonMoved(campaignId, before.value().person(), after));
      } else if (!after.equals(before.value().person())) {
        moved.add(new PersonAmended(campaignId, after));
      }
    }
    changes.added().forEach(one -> joined.add(new PersonJoined(campaignId, one.person())));

    tables.removePeople(campaignId, changes.gone(), today);
    tables.updatePeople(campaignId, changes.changed());
    tables.returnPeople(campaignId, returned, today);
    tables.insertPeople(campaignId, changes.added(), today);
    left.addAll(moved);
    left.addAll(joined);
    return left;
  }

  private static boolean hasMoved(Person before, Person after) {
    return !Objects.equals(before.unitId(), after.unitId())
        || !Objects.equals(before.branchId(), after.branchId())
        || before.rank() != after.rank();
  }

  private static <T> Changes<T> compare(
      Map<String, Stored<T>> stored, List<T> named, Function<T, String> id) {
    var added = new ArrayList<T>();
    var changed = new ArrayList<T>();
    var ids = new HashSet<String>();
    for (var value : named) {
      ids.add(id.apply(value));
      var before = stored.get(id.apply(value));
      if (before == null) {
        added.add(value);
      } else if (before.gone() || !before.value().equals(value)) {
        changed.add(value);
      }
    }
    var gone =
        stored.entrySet().stream()
            .filter(entry -> !entry.getValue().gone() && !ids.contains(entry.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new Changes<>(added, changed, gone);
  }

  private static <T> Stored<T> known(Map<String, Stored<T>> stored, String id) {
    return Objects.requireNonNull(stored.get(id));
  }
}
