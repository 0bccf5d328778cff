package org.xiaohao.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.supervision.Late.Concern;

/** Who is to act on an item, and who is told when it is late (R16). */
final class Audience {

  private final Plan plan;
  private final Rosters rosters;
  private final Responsibles responsibles;

  Audience(Plan plan, Rosters rosters) {
    this.plan = plan;
    this.rosters = rosters;
    this.responsibles = new Responsibles(rosters);
  }

  /** Whom a reminder reaches; the office where nobody is there to act. */
  List<Person> actors(LedgerItem item) {
    var actors =
        switch (item.waitsFor()) {
          case OWNER -> owner(item).toList();
          case REVIEWER -> reviewers(item);
          case OFFICE -> office();
          case NOBODY -> List.<Person>of();
        };
    return actors.isEmpty() && item.waitsFor() != LedgerItem.WaitsFor.NOBODY ? office() : actors;
  }

  /** Who has to answer for an item now; the director where it lies with the whole office. */
  List<Person> answerable(LedgerItem item) {
    var actors = actors(item);
    return actors.size() <= 1
        ? actors
        : active(plan.office().director()).map(List::of).orElseGet(() -> actors.subList(0, 1));
  }

  /**
   * Who is told at that level. Where the post is vacant, or held by the very person who is late, it
   * is the next level; above the last one, the office.
   *
   * @param level place in the plan's escalation, from 0
   * @param item null for phases and the campaign itself, which concern the office
   */
  List<Person> told(Concern concern, int level, @Nullable LedgerItem item) {
    if (item == null || concern == Concern.OFFICE) {
      return officeTold(level);
    }
    var late = concern == Concern.REVIEWER ? reviewers(item) : owner(item).toList();
    if (concern == Concern.REVIEWER && level == 0 && !late.isEmpty()) {
      return late;
    }
    var levels = plan.settings().escalation();
    for (var next = level; next < levels.size(); next++) {
      var role = levels.get(next).role();
      var people = new ArrayList<>(holders(role, item));
      if (role != Role.OWNER || concern == Concern.REVIEWER) {
        people.removeAll(late);
      }
      if (!people.isEmpty()) {
        return people;
      }
    }
    return office();
  }

  /**
   * Who is told at that level that somebody did not answer a slip: the head of that person's unit,
   * then the leader in charge, then the director of the office. Vacant posts and the person are
   * left out; what nobody stands above goes to the leading group.
   *
   * @param level from 0; nobody above the last one
   */
  List<Person> superiors(String personId, int level) {
    var unit = rosters.person(plan.id(), personId).map(Person::unitId).orElse("");
    var above =
        Stream.of(
                responsibles.headOf(plan.id(), unit),
                responsibles.leaderInChargeOf(plan.id(), unit),
                active(plan.office().director()))
            .flatMap(Optional::stream)
            .filter(person -> !person.id().equals(personId))
            .distinct()
            .toList();
    if (above.isEmpty()) {
      return level == 0 ? leadingGroup() : List.of();
    }
    return level < above.size() ? List.of(above.get(level)) : List.of();
  }

  /** The delay of the office goes to its director, then to the leading group, and no further. */
  private List<Person> officeTold(int level) {
    var director = active(plan.office().director());
    if (level == 0 && director.isPresent()) {
      return List.of(director.get());
    }
    return level <= 1 ? leadingGroup() : List.of();
  }

  private List<Person> holders(Role role, LedgerItem item) {
    return switch (role) {
      case OWNER -> owner(item).toList();
      case UNIT_HEAD -> ofUnit(item, Groups.head(plan.id(), unit(item)));
      case OFFICE -> office();
      case LEADER_IN_CHARGE -> ofUnit(item, Groups.leader(plan.id(), unit(item)));
      case LEADING_GROUP -> leadingGroup();
    };
  }

  private List<Person> ofUnit(LedgerItem item, String group) {
    return item.unitId() == null ? List.of() : members(group, item);
  }

  private static String unit(LedgerItem item) {
    return item.unitId() == null ? "" : item.unitId();
  }

  private Stream<Person> owner(LedgerItem item) {
    if (item.personId() != null) {
      return active(item.personId()).stream();
    }
    if (item.branchId() != null) {
      return responsibles.secretaryOf(plan.id(), item.branchId()).stream();
    }
    return item.unitId() == null
        ? office().stream()
        : responsibles.liaisonOf(plan.id(), item.unitId()).stream();
  }

  /** Who looks at what its owner did; the office where the plan names nobody. */
  List<Person> reviewers(LedgerItem item) {
    if (item.personId() != null) {
      return active(item.personId())
          .map(owner -> members(responsibles.reviewersOf(plan.id(), owner), item))
          .orElseGet(this::office);
    }
    return item.unitId() == null
        ? office()
        : members(responsibles.reviewersOfUnit(plan.id(), item.unitId()), item);
  }

  /** Members of a group that has to do with the item. */
  private List<Person> members(String group, LedgerItem item) {
    var unit = unit(item);
    if (group.equals(Groups.head(plan.id(), unit))) {
      return responsibles.headOf(plan.id(), unit).stream().toList();
    }
    if (group.equals(Groups.leader(plan.id(), unit))) {
      return responsibles.leaderInChargeOf(plan.id(), unit).stream().toList();
    }
    return office();
  }

  /** Members of the office. */
  List<Person> office() {
    return plan.office().people().map(this::active).flatMap(Optional::stream).toList();
  }

  private List<Person> leadingGroup() {
    return plan.leadingGroup().people().map(this::active).flatMap(Optional::stream).toList();
  }

  /** The person with that id, if taking part now. */
  Optional<Person> active(String personId) {
    return rosters.activePerson(plan.id(), personId);
  }
}
