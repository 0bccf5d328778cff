package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.roster.PartyRenamed.Party;
import org.xiaohao.shared.Refusal;
import org.xiaohao.shared.TestDatabases;
import org.xiaohao.testing.RosterFile;

class RosterServiceTest {

  private static final String CAMPAIGN = "test-2017";
  private static final LocalDate FIRST_DAY = LocalDate.of(2017, 2, 28);
  private static final LocalDate LATER = LocalDate.of(2017, 4, 5);

  private static final Unit OFFICE =
      new Unit("office", 1, "局办公室", UnitKind.DIVISION, "he", "guo", "liu", Set.of());
  private static final Unit LIBRARY =
      new Unit(
          "library",
          2,
          "市图书馆",
          UnitKind.AFFILIATED_UNIT,
          "wang",
          null,
          null,
          Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
  private static final Branch FIRST = new Branch("first", 1, "第一党支部", "he");
  private static final Person LIU = person("liu", null, Rank.BUREAU_LEADER);
  private static final Person HE = person("he", "office", Rank.SECTION_CHIEF);
  private static final Person GUO = person("guo", "office", Rank.STAFF);
  private static final Person WANG = person("wang", "library", Rank.SECTION_CHIEF);

  private static final Roster ROSTER = roster(LIU, HE, GUO, WANG);

  private final List<Object> events = new ArrayList<>();
  private int rowsWritten;

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void keepsARosterAsItWasRead(DataSource database) {
    take(database, ROSTER, FIRST_DAY);

    var rosters = rosters(database);
    assertThat(rosters.units(CAMPAIGN)).containsExactly(OFFICE, LIBRARY);
    assertThat(rosters.branches(CAMPAIGN)).containsExactly(FIRST);
    assertThat(rosters.people(CAMPAIGN)).containsExactly(LIU, HE, GUO, WANG);
    assertThat(rosters.peopleOf(CAMPAIGN, "office")).containsExactly(HE, GUO);
    assertThat(rosters.unit(CAMPAIGN, "library")).hasValue(LIBRARY);
    assertThat(rosters.branch(CAMPAIGN, "first")).hasValue(FIRST);
    assertThat(rosters.person(CAMPAIGN, "guo")).hasValue(GUO);
    assertThat(rosters.people("other-2018")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void tellsOfTheFirstImportAsAWholeOnly(DataSource database) {
    take(database, ROSTER, FIRST_DAY);

    assertThat(events).containsExactly(new RosterTaken(CAMPAIGN));
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void writesNothingForTheSameRosterOnceMore(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    take(database, ROSTER, LATER);

    assertThat(rowsWritten).isZero();
    assertThat(events).containsExactly(new RosterTaken(CAMPAIGN));
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void tellsWhoLeftMovedAndJoinedInThisOrder(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    var moved = person("guo", "library", Rank.STAFF);
    var joined = person("zhao", "office", Rank.STAFF);
    take(database, roster(joined, LIU, HE, moved), LATER);

    assertThat(events)
        .containsExactly(
            new PersonLeft(CAMPAIGN, WANG, LATER),
            new PersonMoved(CAMPAIGN, GUO, moved),
            new PersonJoined(CAMPAIGN, joined),
            new RosterTaken(CAMPAIGN));
    assertThat(rosters(database).people(CAMPAIGN)).containsExactly(joined, LIU, HE, moved);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void tellsOfANewNamePostOrAddressWithoutAMove(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    var renamed = new Person("guo", "郭维", "office", "first", "副主任", Rank.STAFF, "guo2@example.org");
    take(database, roster(LIU, HE, renamed, WANG), LATER);

    assertThat(events)
        .containsExactly(
            new PersonAmended(CAMPAIGN, renamed),
            new PartyRenamed(CAMPAIGN, Party.PERSON, "guo", GUO.name(), "郭维"),
            new RosterTaken(CAMPAIGN));
    assertThat(rosters(database).person(CAMPAIGN, "guo")).hasValue(renamed);
    assertThat(rowsWritten).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void tellsWhatIsOtherOfAUnitAndWhoHasAnotherName(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    var library = RosterFile.headed(ROSTER, "library", "guo", "liu");
    var first = new Branch("first", 1, "第一支部", FIRST.secretary());
    take(
        database,
        new Roster(
            List.of(RosterFile.named(ROSTER, "office", "综合办公室"), library),
            List.of(first),
            ROSTER.people()),
        LATER);

    assertThat(events)
        .containsExactly(
            new UnitAmended(CAMPAIGN, OFFICE, RosterFile.named(ROSTER, "office", "综合办公室")),
            new UnitAmended(CAMPAIGN, LIBRARY, library),
            new PartyRenamed(CAMPAIGN, Party.UNIT, "office", OFFICE.name(), "综合办公室"),
            new PartyRenamed(CAMPAIGN, Party.BRANCH, "first", FIRST.name(), "第一支部"),
            new RosterTaken(CAMPAIGN));
  }

  @Test
  void aTitleNamesItsPartyLast() {
    var renamed = new PartyRenamed(CAMPAIGN, Party.UNIT, "library", "图书馆", "市图书馆");
    assertThat(renamed.in("图书馆日活动总结 · 图书馆")).isEqualTo("图书馆日活动总结 · 市图书馆");
    assertThat(renamed.in("讨论材料 · 某甲")).isEqualTo("讨论材料 · 某甲");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void tellsOfNewUnitsAndBranchesBeforeTheirPeople(DataSource database) {
    take(database, new Roster(List.of(OFFICE), List.of(), List.of(LIU, HE, GUO)), FIRST_DAY);
    take(database, ROSTER, LATER);

    assertThat(events)
        .startsWith(new UnitAdded(CAMPAIGN, LIBRARY), new BranchAdded(CAMPAIGN, FIRST))
        .endsWith(new PersonJoined(CAMPAIGN, WANG), new RosterTaken(CAMPAIGN));
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void keepsWhoLeftAndTakesThemBack(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    take(database, roster(LIU, HE, WANG), LATER);

    var rosters = rosters(database);
    assertThat(rosters.people(CAMPAIGN)).containsExactly(LIU, HE, WANG);
    assertThat(rosters.person(CAMPAIGN, "guo")).hasValue(GUO);
    assertThat(rosters.activePerson(CAMPAIGN, "guo")).isEmpty();
    assertThat(days(database, "guo")).containsExactly(FIRST_DAY, LATER);

    take(database, roster(LIU, HE, WANG), LATER.plusDays(1));
    assertThat(events).as("left once").containsExactly(new RosterTaken(CAMPAIGN));

    take(database, ROSTER, LATER.plusDays(7));
    assertThat(events).containsExactly(new PersonJoined(CAMPAIGN, GUO), new RosterTaken(CAMPAIGN));
    assertThat(rosters.people(CAMPAIGN)).containsExactly(LIU, HE, GUO, WANG);
    assertThat(days(database, "guo")).containsExactly(LATER.plusDays(7), null);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void listsNoRemovedUnitOrBranchButStillKnowsThem(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    var fewer = new Roster(List.of(OFFICE), List.of(), List.of(LIU, HE, GUO));
    assertThatThrownBy(() -> take(database, fewer, LATER))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("roster.successor-missing"));
    take(database, fewer, LATER, Map.of("library", "office"));

    assertThat(events)
        .contains(
            new UnitRemoved(CAMPAIGN, LIBRARY, OFFICE, "he"),
            new BranchRemoved(CAMPAIGN, FIRST, "he"));
    var rosters = rosters(database);
    assertThat(rosters.units(CAMPAIGN)).containsExactly(OFFICE);
    assertThat(rosters.unit(CAMPAIGN, "library")).hasValue(LIBRARY);
    assertThat(rosters.branches(CAMPAIGN)).isEmpty();
    assertThat(rosters.branch(CAMPAIGN, "first")).hasValue(FIRST);

    take(database, ROSTER, LATER);
    assertThat(rosters.units(CAMPAIGN)).containsExactly(OFFICE, LIBRARY);
    assertThat(rosters.branches(CAMPAIGN)).containsExactly(FIRST);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void walksThroughEverybodyInChunks(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    take(database, roster(LIU, GUO, WANG, person("zhao", "office", Rank.STAFF)), LATER);

    var rosters = rosters(database);
    var walked = new ArrayList<Person>();
    for (var chunk = rosters.peopleAfter(CAMPAIGN, 0, 3);
        !chunk.isEmpty();
        chunk = rosters.peopleAfter(CAMPAIGN, walked.size(), 3)) {
      walked.addAll(chunk);
    }
    assertThat(walked).isEqualTo(rosters.people(CAMPAIGN)).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void keepsNothingWhenAListenerRefuses(DataSource database) {
    take(database, ROSTER, FIRST_DAY);
    var jdbc = new JdbcTemplate(database);
    var service =
        new RosterService(
            jdbc,
            event -> {
              throw new IllegalStateException("refused");
            });

    assertThatThrownBy(
            () -> transaction(database, () -> service.take(CAMPAIGN, roster(LIU), LATER)))
        .hasMessage("refused");
    assertThat(rosters(database).people(CAMPAIGN)).containsExactly(LIU, HE, GUO, WANG);
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void takesTenThousandPeopleWithoutAStatementForEach(DataSource database) {
    var many =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(number -> person("p" + number, "office", Rank.STAFF))
            .toArray(Person[]::new);
    var all = Arrays.copyOf(new Person[] {LIU, HE, GUO, WANG}, many.length + 4);
    System.arraycopy(many, 0, all, 4, many.length);

    take(database, roster(all), FIRST_DAY);
    assertThat(rosters(database).peopleAfter(CAMPAIGN, 10_000, 100)).hasSize(4);
    assertThat(batches).isLessThan(25);
  }

  private int batches;

  private void take(DataSource database, Roster roster, LocalDate today) {
    take(database, roster, today, Map.of());
  }

  private void take(
      DataSource database, Roster roster, LocalDate today, Map<String, String> successors) {
    events.clear();
    rowsWritten = 0;
    batches = 0;
    var service = new RosterService(new CountingJdbc(database), events::add);
    transaction(database, () -> service.take(CAMPAIGN, roster, today, successors, "he"));
  }

  private static void transaction(DataSource database, Runnable act) {
    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(status -> act.run());
  }

  private static Rosters rosters(DataSource database) {
    return new Rosters(JdbcClient.create(database));
  }

  private static List<LocalDate> days(DataSource database, String personId) {
    return JdbcClient.create(database)
        .sql("select joined_on, left_on from roster_person where person_id = ?")
        .param(personId)
        .query(
            (row, number) ->
                Arrays.asList(
                    row.getObject("joined_on", LocalDate.class),
                    row.getObject("left_on", LocalDate.class)))
        .single();
  }

  private static Roster roster(Person... people) {
    return new Roster(List.of(OFFICE, LIBRARY), List.of(FIRST), List.of(people));
  }

  private static Person person(String id, String unit, Rank rank) {
    return new Person(id, "某" + id, unit, "first", "科员", rank, null);
  }

  /** Counts what reaches the database. */
  private final class CountingJdbc extends JdbcTemplate {

    CountingJdbc(DataSource database) {
      super(database);
    }

    @Override
    public <T> int[][] batchUpdate(
        String sql, Collection<T> rows, int size, ParameterizedPreparedStatementSetter<T> setter) {
      var counts = super.batchUpdate(sql, rows, size, setter);
      batches += counts.length;
      rowsWritten += Arrays.stream(counts).flatMapToInt(Arrays::stream).map(Math::abs).sum();
      return counts;
    }
  }
}
