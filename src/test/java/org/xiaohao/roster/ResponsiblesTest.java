package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.TestDatabases;

class ResponsiblesTest {

  private static final String CAMPAIGN = "test-2017";

  private static final Person LEADER = person("leader", null);
  private static final Person HEAD = person("head", "full");
  private static final Person LIAISON = person("liaison", "full");
  private static final Person CLERK = person("clerk", "full");
  private static final Person HEADLESS = person("headless", "no-head");
  private static final Person LONELY = person("lonely", "bare");
  private static final Person CHIEF = person("chief", "no-leader");
  private static final Person LEADER_IN_UNIT = person("leader2", "led-from-within");

  private Responsibles responsibles;

  @BeforeEach
  void fill() {
    var units =
        List.of(
            unit("full", "head", "liaison", "leader"),
            unit("no-head", null, "headless", "leader"),
            unit("no-leader", "chief", null, null),
            unit("led-from-within", "head", "liaison", "leader2"),
            unit("bare", null, null, null));
    var branches =
        List.of(new Branch("first", 1, "第一", "head"), new Branch("second", 2, "第二", null));
    var people = List.of(LEADER, HEAD, LIAISON, CLERK, HEADLESS, LONELY, CHIEF, LEADER_IN_UNIT);
    var database = TestDatabases.h2();
    new RosterService(new JdbcTemplate(database), event -> {})
        .take(CAMPAIGN, new Roster(units, branches, people), LocalDate.of(2017, 2, 28));
    responsibles = new Responsibles(new Rosters(JdbcClient.create(database)));
  }

  @Test
  void answersFromTheRoster() {
    assertThat(responsibles.headOf(CAMPAIGN, "full")).hasValue(HEAD);
    assertThat(responsibles.headOf(CAMPAIGN, "no-head")).isEmpty();
    assertThat(responsibles.leaderInChargeOf(CAMPAIGN, "full")).hasValue(LEADER);
    assertThat(responsibles.leaderInChargeOf(CAMPAIGN, "bare")).isEmpty();
    assertThat(responsibles.secretaryOf(CAMPAIGN, "first")).hasValue(HEAD);
    assertThat(responsibles.secretaryOf(CAMPAIGN, "second")).isEmpty();
    assertThat(responsibles.headOf(CAMPAIGN, "unheard-of")).isEmpty();
  }

  @Test
  void knowsForWhomSomebodyActs() {
    assertThat(responsibles.unitsOf(CAMPAIGN, LIAISON.id()))
        .containsExactlyInAnyOrder("full", "led-from-within");
    assertThat(responsibles.unitsOf(CAMPAIGN, CHIEF.id())).containsExactly("no-leader");
    assertThat(responsibles.unitsOf(CAMPAIGN, HEAD.id())).isEmpty();
    assertThat(responsibles.branchesOf(CAMPAIGN, HEAD.id())).containsExactly("first");
    assertThat(responsibles.branchesOf(CAMPAIGN, CHIEF.id())).isEmpty();
  }

  @Test
  void putsTheHeadInPlaceOfAMissingLiaison() {
    assertThat(responsibles.liaisonOf(CAMPAIGN, "full")).hasValue(LIAISON);
    assertThat(responsibles.liaisonOf(CAMPAIGN, "no-leader")).hasValue(CHIEF);
    assertThat(responsibles.liaisonOf(CAMPAIGN, "bare")).isEmpty();
  }

  @Test
  void sendsAPaperToTheHeadOfTheUnit() {
    assertThat(reviewers(CLERK)).isEqualTo("test-2017.head.full");
    assertThat(reviewers(LIAISON)).isEqualTo("test-2017.head.full");
  }

  @Test
  void sendsAHeadsPaperToTheLeaderInCharge() {
    assertThat(reviewers(HEAD)).isEqualTo("test-2017.leader.full");
    assertThat(reviewers(HEADLESS)).as("no head").isEqualTo("test-2017.leader.no-head");
  }

  @Test
  void sendsAPaperToTheOfficeWhereNobodyStandsAbove() {
    assertThat(reviewers(LEADER)).isEqualTo("test-2017.office");
    assertThat(reviewers(LEADER_IN_UNIT)).isEqualTo("test-2017.office");
    assertThat(reviewers(CHIEF)).isEqualTo("test-2017.office");
    assertThat(reviewers(LONELY)).isEqualTo("test-2017.office");
  }

  @Test
  void sendsAUnitsPaperToItsHeadUnlessTheHeadHandsItIn() {
    assertThat(responsibles.reviewersOfUnit(CAMPAIGN, "full")).isEqualTo("test-2017.head.full");
    assertThat(responsibles.reviewersOfUnit(CAMPAIGN, "no-head")).isEqualTo("test-2017.office");
    assertThat(responsibles.reviewersOfUnit(CAMPAIGN, "no-leader")).isEqualTo("test-2017.office");
    assertThat(responsibles.reviewersOfUnit(CAMPAIGN, "bare")).isEqualTo("test-2017.office");
  }

  @Test
  void sendsABranchsPaperToTheOffice() {
    assertThat(responsibles.reviewersOfBranch(CAMPAIGN, "first")).isEqualTo("test-2017.office");
  }

  @Test
  void namesGroupsWithinWhatTheEngineKeeps() {
    var unit = "u".repeat(24);
    var campaign = "c".repeat(29);
    assertThat(
            List.of(
                Groups.office(campaign),
                Groups.leadingGroup(campaign),
                Groups.staff(campaign),
                Groups.head(campaign, unit),
                Groups.liaison(campaign, unit),
                Groups.leader(campaign, unit),
                Groups.secretary(campaign, unit),
                Groups.unit(campaign, unit)))
        .doesNotHaveDuplicates()
        .allMatch(group -> group.length() <= 64);
  }

  private String reviewers(Person owner) {
    return responsibles.reviewersOf(CAMPAIGN, owner);
  }

  private static Unit unit(String id, String head, String liaison, String leader) {
    return new Unit(id, 1, id, UnitKind.DIVISION, head, liaison, leader, Set.of());
  }

  private static Person person(String id, String unit) {
    return new Person(id, id, unit, null, "科员", Rank.STAFF, null);
  }
}
