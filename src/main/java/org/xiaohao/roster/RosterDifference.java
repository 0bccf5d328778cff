package org.xiaohao.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a roster changes of the one before it. */
public record RosterDifference(Roster before, Roster after) {

  /** One that both rosters name. */
  public record Change<T>(T before, T after) {}

  /**
   * Of people, of units or of branches.
   *
   * @param added whom only the later roster names, in its order
   * @param gone whom only the roster before names, in its order
   * @param changed who differs in more than the place in the order
   */
  public record Changes<T>(List<T> added, List<T> gone, List<Change<T>> changed) {

    boolean isEmpty() {
      return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
  }

  /** Who joins, leaves, moves or gets another post. */
  public Changes<Person> people() {
    return changes(before.people(), after.people(), Person::id, Person::equals);
  }

  /** Units that are new or gone, or have another name, kind, head, liaison, leader or days. */
  public Changes<Unit> units() {
    return changes(
        before.units(),
        after.units(),
        Unit::id,
        (one, other) -> one.at(other.position()).equals(other));
  }

  /** Branches that are new or gone, or have another name or secretary. */
  public Changes<Branch> branches() {
    return changes(
        before.branches(),
        after.branches(),
        Branch::id,
        (one, other) ->
            one.name().equals(other.name()) && Objects.equals(one.secretary(), other.secretary()));
  }

  /** Whether units or branches that both name stand in another order. */
  public boolean isReordered() {
    return isReordered(before.units(), after.units(), Unit::id)
        || isReordered(before.branches(), after.branches(), Branch::id);
  }

  /** Whether it says nothing new. */
  public boolean isEmpty() {
    return people().isEmpty() && units().isEmpty() && branches().isEmpty() && !isReordered();
  }

  private static <T> Changes<T> changes(
      List<T> before, List<T> after, Function<T, String> id, BiPredicate<T, T> same) {
    var old = byId(before, id);
    var now = byId(after, id);
    return new Changes<>(
        after.stream().filter(one -> !old.containsKey(id.apply(one))).toList(),
        before.stream().filter(one -> !now.containsKey(id.apply(one))).toList(),
        before.stream()
            .filter(one -> now.containsKey(id.apply(one)))
            .map(one -> new Change<>(one, now.get(id.apply(one))))
            .filter(change -> !same.test(change.before(), change.after()))
            .toList());
  }

  private static <T> boolean isReordered(List<T> before, List<T> after, Function<T, String> id) {
    var old = byId(before, id).keySet();
    var now = byId(after, id).keySet();
    return !before.stream()
        .map(id)
        .filter(now::contains)
        .toList()
        .equals(after.stream().map(id).filter(old::contains).toList());
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
