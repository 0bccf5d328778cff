package org.xiaohao.webapps.api;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterDifference;
import org.xiaohao.roster.RosterDifference.Change;
import org.xiaohao.roster.RosterDifference.Changes;
import org.xiaohao.roster.Unit;

/** Puts into words what a roster changes, for the office to look at before and after. */
final class RosterWords {

  /** Changes of one sort, a line each. */
  record Section(String title, List<String> lines) {}

  private final Roster before;
  private final Roster after;

  private RosterWords(RosterDifference difference) {
    this.before = difference.before();
    this.after = difference.after();
  }

  /** What changes, by sort; sorts of which nothing changes are left out. */
  static List<Section> of(RosterDifference difference) {
    return new RosterWords(difference).sections(difference);
  }

  private List<Section> sections(RosterDifference difference) {
    var people = difference.people();
    var units = lines(difference.units(), Unit::name, Unit::id, this::unitChanges);
    var branches = lines(difference.branches(), Branch::name, Branch::id, this::branchChanges);
    var order = difference.isReordered() ? List.of(word("reordered")) : List.<String>of();
    return Stream.of(
            section("joined", people.added().stream().map(one -> person(after, one)).toList()),
            section("left", people.gone().stream().map(one -> person(before, one)).toList()),
            section("moved", people(people, true)),
            section("changed", people(people, false)),
            section("units", units),
            section("branches", branches),
            section("order", order))
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  private static Section section(String sort, List<String> lines) {
    return new Section(word(sort, String.valueOf(lines.size())), lines);
  }

  private static String person(Roster roster, Person person) {
    return word("person", person.name(), person.id(), unit(roster, person.unitId()), person.post());
  }

  private List<String> people(Changes<Person> people, boolean moved) {
    return people.changed().stream()
        .filter(one -> moved != Objects.equals(one.before().unitId(), one.after().unitId()))
        .map(one -> line(one.after().name(), one.after().id(), changes(one)))
        .toList();
  }

  private Stream<String> changes(Change<Person> change) {
    var old = change.before();
    var now = change.after();
    return Stream.of(
            becomes("name", old.name(), now.name()),
            becomes("unit", unit(before, old.unitId()), unit(after, now.unitId())),
            becomes("post", old.post(), now.post()),
            becomes("rank", word("rank." + old.rank()), word("rank." + now.rank())),
            becomes("branch", branch(before, old.branchId()), branch(after, now.branchId())),
            becomes("mail", old.mail(), now.mail()))
        .flatMap(Optional::stream);
  }

  private static <T> List<String> lines(
      Changes<T> changes,
      Function<T, String> name,
      Function<T, String> id,
      Function<Change<T>, Stream<String>> differences) {
    return Stream.concat(
            changes.added().stream().map(one -> word("added", name.apply(one), id.apply(one))),
            changes.changed().stream()
                .map(
                    one ->
                        line(
                            name.apply(one.after()),
                            id.apply(one.after()),
                            differences.apply(one))))
        .toList();
  }

  private Stream<String> unitChanges(Change<Unit> change) {
    var old = change.before();
    var now = change.after();
    return Stream.of(
            becomes("name", old.name(), now.name()),
            becomes("kind", word("kind." + old.kind()), word("kind." + now.kind())),
            becomes("head", name(before, old.head()), name(after, now.head())),
            becomes("liaison", name(before, old.liaison()), name(after, now.liaison())),
            becomes(
                "leader", name(before, old.leaderInCharge()), name(after, now.leaderInCharge())),
            becomes("days", days(old), days(now)))
        .flatMap(Optional::stream);
  }

  private Stream<String> branchChanges(Change<Branch> change) {
    var old = change.before();
    var now = change.after();
    return Stream.of(
            becomes("name", old.name(), now.name()),
            becomes("secretary", name(before, old.secretary()), name(after, now.secretary())))
        .flatMap(Optional::stream);
  }

  private static String line(String name, String id, Stream<String> changes) {
    return word("of", name, id, changes.collect(Collectors.joining(word("comma"))));
  }

  private static Optional<String> becomes(String what, @Nullable String old, @Nullable String now) {
    return Objects.equals(old, now)
        ? Optional.empty()
        : Optional.of(word("becomes", word(what), said(old), said(now)));
  }

  private static String said(@Nullable String value) {
    return value == null || value.isEmpty() ? word("none") : value;
  }

  private static String name(Roster roster, @Nullable String personId) {
    return roster.people().stream()
        .filter(person -> person.id().equals(personId))
        .findFirst()
        .map(person -> person.name() + " " + person.id())
        .orElse("");
  }

  private static String unit(Roster roster, @Nullable String id) {
    return id == null ? word("none") : roster.unit(id).map(Unit::name).orElse(id);
  }

  private static String branch(Roster roster, @Nullable String id) {
    return roster.branches().stream()
        .filter(branch -> branch.id().equals(id))
        .findFirst()
        .map(Branch::name)
        .orElse("");
  }

  private static String days(Unit unit) {
    return unit.studyDays().stream()
        .sorted()
        .map(day -> day.getDisplayName(TextStyle.SHORT, LocaleContextHolder.getLocale()))
        .collect(Collectors.joining(" "));
  }

  private static String word(String code, Object... arguments) {
    return Api.word("webapps.roster." + code, arguments);
  }
}
