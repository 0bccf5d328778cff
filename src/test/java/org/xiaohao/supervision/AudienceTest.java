package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterService;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.shared.TestDatabases;
import org.xiaohao.supervision.Late.Concern;
import org.xiaohao.testing.TestCampaign;

/** The levels of the plan of 2017: head of the unit, office, leader in charge. */
class AudienceTest {

  private static final List<String> OFFICE =
      List.of("liuguangli", "helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang");
  private static final List<String> LEADING_GROUP =
      List.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie");

  private final Plan plan = TestCampaign.plan();
  private Audience audience;

  @BeforeEach
  void fill() {
    var units =
        List.of(
            unit("full", "head", "liaison", "luzhanzhong"),
            unit("headless", null, "clerk2", "luzhanzhong"),
            unit("leaderless", "chief", null, null),
            unit("bare", null, null, null));
    var people = new ArrayList<Person>();
    Stream.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie")
        .forEach(id -> people.add(person(id, null)));
    Stream.of("helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang")
        .forEach(id -> people.add(person(id, null)));
    Stream.of("head", "liaison", "clerk").forEach(id -> people.add(person(id, "full")));
    people.add(person("clerk2", "headless"));
    people.add(person("chief", "leaderless"));
    people.add(person("lonely", "bare"));
    var branches = List.of(new Branch("first", 1, "一", "head"), new Branch("second", 2, "二", null));
    var database = TestDatabases.h2();
    new RosterService(new JdbcTemplate(database), event -> {})
        .take(plan.id(), new Roster(units, branches, people), LocalDate.of(2017, 2, 28));
    audience = new Audience(plan, new RosterSnapshot(JdbcClient.create(database), plan.id()));
  }

  @Test
  void reminds_whoever_is_to_act() {
    assertThat(actors(ofPerson("clerk", "full", WaitsFor.OWNER))).containsExactly("clerk");
    assertThat(actors(ofPerson("clerk", "full", WaitsFor.REVIEWER))).containsExactly("head");
    assertThat(actors(ofPerson("head", "full", WaitsFor.REVIEWER))).containsExactly("luzhanzhong");
    assertThat(actors(ofUnit("full", WaitsFor.OWNER))).containsExactly("liaison");
    assertThat(actors(ofUnit("full", WaitsFor.REVIEWER))).containsExactly("head");
    assertThat(actors(ofUnit("leaderless", WaitsFor.OWNER))).containsExactly("chief");
    assertThat(actors(ofBranch("first", WaitsFor.OWNER))).containsExactly("head");
    assertThat(actors(ofBranch("first", WaitsFor.REVIEWER))).containsExactlyElementsOf(OFFICE);
    assertThat(actors(ofUnit("full", WaitsFor.OFFICE))).containsExactlyElementsOf(OFFICE);
    assertThat(actors(ofUnit("full", WaitsFor.NOBODY))).isEmpty();
  }

  @Test
  void reminds_the_office_where_nobody_is_there_to_act() {
    assertThat(actors(ofUnit("bare", WaitsFor.OWNER))).containsExactlyElementsOf(OFFICE);
    assertThat(actors(ofBranch("second", WaitsFor.OWNER))).containsExactlyElementsOf(OFFICE);
    assertThat(actors(ofPerson("gone", "full", WaitsFor.OWNER))).containsExactlyElementsOf(OFFICE);
  }

  @Test
  void tells_the_levels_of_the_plan_one_after_the_other() {
    var item = ofPerson("clerk", "full", WaitsFor.OWNER);

    assertThat(told(Concern.OWNER, 0, item)).containsExactly("head");
    assertThat(told(Concern.OWNER, 1, item)).containsExactlyElementsOf(OFFICE);
    assertThat(told(Concern.OWNER, 2, item)).containsExactly("luzhanzhong");
  }

  @Test
  void tells_the_next_level_where_a_post_is_vacant() {
    var headless = ofPerson("clerk2", "headless", WaitsFor.OWNER);
    assertThat(told(Concern.OWNER, 0, headless)).containsExactlyElementsOf(OFFICE);

    var leaderless = ofPerson("chief", "leaderless", WaitsFor.OWNER);
    assertThat(told(Concern.OWNER, 2, leaderless))
        .as("above the last level there is the office")
        .containsExactlyElementsOf(OFFICE);
    assertThat(told(Concern.OWNER, 0, ofBranch("first", WaitsFor.OWNER)))
        .as("a branch belongs to no unit")
        .containsExactlyElementsOf(OFFICE);
  }

  @Test
  void nobody_is_told_of_oneself_as_ones_own_superior() {
    assertThat(told(Concern.OWNER, 0, ofPerson("head", "full", WaitsFor.OWNER)))
        .containsExactlyElementsOf(OFFICE);
    assertThat(told(Concern.OWNER, 1, ofPerson("guowei", null, WaitsFor.OWNER)))
        .hasSize(OFFICE.size() - 1)
        .doesNotContain("guowei");
  }

  @Test
  void a_late_review_goes_to_the_reviewers_then_up() {
    var item = ofPerson("clerk", "full", WaitsFor.REVIEWER);

    assertThat(told(Concern.REVIEWER, 0, item)).containsExactly("head");
    assertThat(told(Concern.REVIEWER, 1, item)).containsExactlyElementsOf(OFFICE);
    assertThat(told(Concern.REVIEWER, 2, item)).containsExactly("luzhanzhong");
  }

  @Test
  void what_the_office_owes_goes_to_its_director_then_to_the_leading_group() {
    assertThat(told(Concern.OFFICE, 0, null)).containsExactly("liuguangli");
    assertThat(told(Concern.OFFICE, 1, null)).containsExactlyElementsOf(LEADING_GROUP);
    assertThat(told(Concern.OFFICE, 2, null)).isEmpty();
  }

  @Test
  void a_slip_without_an_answer_goes_to_the_superior_of_its_receiver_then_to_the_next_above() {
    assertThat(superiors("clerk", 0)).containsExactly("head");
    assertThat(superiors("clerk", 1)).containsExactly("luzhanzhong");
    assertThat(superiors("clerk", 2)).containsExactly("liuguangli");
    assertThat(superiors("clerk", 3)).isEmpty();
    assertThat(superiors("head", 0)).containsExactly("luzhanzhong");
    assertThat(superiors("clerk2", 0)).as("no head").containsExactly("luzhanzhong");
    assertThat(superiors("chief", 0)).as("nobody in charge").containsExactly("liuguangli");
    assertThat(superiors("luzhanzhong", 0)).containsExactly("liuguangli");
    assertThat(superiors("liuguangli", 0)).containsExactlyElementsOf(LEADING_GROUP);
    assertThat(superiors("liuguangli", 1)).isEmpty();
  }

  private List<String> superiors(String person, int level) {
    return audience.superiors(person, level).stream().map(Person::id).toList();
  }

  private List<String> actors(LedgerItem item) {
    return audience.actors(item).stream().map(Person::id).toList();
  }

  private List<String> told(Concern concern, int level, @Nullable LedgerItem item) {
    return audience.told(concern, level, item).stream().map(Person::id).toList();
  }

  private LedgerItem ofPerson(String person, @Nullable String unit, WaitsFor waitsFor) {
    return item(unit, null, person, waitsFor);
  }

  private LedgerItem ofUnit(String unit, WaitsFor waitsFor) {
    return item(unit, null, null, waitsFor);
  }

  private LedgerItem ofBranch(String branch, WaitsFor waitsFor) {
    return item(null, branch, null, waitsFor);
  }

  private LedgerItem item(
      @Nullable String unit, @Nullable String branch, @Nullable String person, WaitsFor waitsFor) {
    var day = LocalDate.of(2017, 3, 30);
    var limit = Instant.parse("2017-03-30T10:00:00Z");
    return new LedgerItem(
        plan.id() + "/essay/x",
        "submission",
        plan.id(),
        "study",
        "essay",
        "讨论材料",
        unit,
        branch,
        person,
        waitsFor,
        "OPEN",
        true,
        false,
        true,
        day,
        day,
        day,
        limit,
        limit,
        null,
        null,
        0);
  }

  private static Unit unit(String id, String head, String liaison, String leader) {
    return new Unit(id, 1, id, UnitKind.DIVISION, head, liaison, leader, Set.of());
  }

  private static Person person(String id, @Nullable String unit) {
    return new Person(id, id, unit, null, "科员", Rank.STAFF, null);
  }
}
