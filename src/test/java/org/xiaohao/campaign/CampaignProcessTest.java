package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.testing.TestCampaign.person;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.ledger.ConsistencyCheck;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.RosterFile;
import org.xiaohao.testing.TestCampaign;

/** The end of a campaign: its last gate, what happened before it, and what is left open. */
@CampaignTest
class CampaignProcessTest {

  private static final String CLOSE = "userTask_close";
  private static final String RECORD_PAST = "userTask_recordPast";
  private static final List<String> PHASES =
      List.of("phase/study", "phase/benchmark", "phase/improvement");

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired RosterChange change;
  @Autowired Rosters rosters;
  @Autowired RectificationService rectification;
  @Autowired ProblemCareService care;
  @Autowired ProblemList problems;
  @Autowired ConsistencyCheck consistency;
  @Autowired JdbcClient jdbc;

  @TempDir Path folder;

  @Test
  void a_campaign_that_was_over_at_its_launch_is_recorded_and_closed() {
    campaign.launch("2017-06-05T08:00");
    assertThat(PHASES).allSatisfy(phase -> assertThat(open(phase)).containsExactly(RECORD_PAST));
    assertThat(campaigns.phases(campaign.id()))
        .extracting(PhaseStatus::state)
        .containsOnly(PhaseStatus.State.CLOSED);

    campaign.advanceTo("2017-06-14T08:00");

    assertThat(PHASES).allSatisfy(phase -> assertThat(isLate(phase, RECORD_PAST)).isTrue());
    assertThat(PHASES).allSatisfy(phase -> assertThat(open(phase)).containsExactly(RECORD_PAST));

    recordPast();

    assertThat(PHASES).noneMatch(campaign::isRunning);
    close("补录完毕");
    assertThat(campaigns.get(campaign.id()).state()).isEqualTo(Campaign.State.CLOSED);
    assertThat(running()).isZero();
  }

  @Test
  void what_is_open_behind_the_last_gate_lapses_with_the_campaign() {
    campaign.launch("2017-05-26T08:00");
    campaign.advanceTo("2017-05-31T18:00");
    assertThat(open("phase/improvement")).contains(CLOSE);

    campaign.advanceTo("2017-06-05T08:00");

    assertThat(isLate("phase/improvement", CLOSE)).isTrue();

    campaign.complete(
        "phase/improvement",
        CLOSE,
        "helixin",
        Map.of("decision", "CARRY_OVER", "reason", "六月底前补齐"));
    recordPast();

    assertThat(PHASES).noneMatch(campaign::isRunning);
    assertThat(open("")).containsExactly(CLOSE);
    campaign.advanceTo("2017-06-08T08:00");
    assertThat(isLate("", CLOSE)).isTrue();
    assertThat(items("is_open")).isPositive();

    close("活动结束");

    assertThat(items("is_open")).isZero();
    assertThat(items("state = 'LAPSED'")).isPositive();
    assertThat(campaigns.get(campaign.id()).state()).isEqualTo(Campaign.State.CLOSED);
    assertThat(running()).isZero();
  }

  @Test
  void a_gate_in_the_middle_that_nobody_closes_is_reported() {
    campaign.launch("2017-04-27T08:00");
    campaign.advanceTo("2017-04-28T18:00");
    assertThat(open("phase/benchmark")).contains(CLOSE);

    campaign.advanceTo("2017-05-05T08:00");

    assertThat(isLate("phase/benchmark", CLOSE)).isTrue();
  }

  @Test
  void a_later_roster_is_shown_first_and_then_taken_with_all_that_follows() {
    campaign.launch();
    var roster = RosterFile.with(TestCampaign.roster(), person("newcomer", "arts", Rank.STAFF));
    var file = RosterFile.write(folder.resolve("roster.xlsx"), roster);

    var shown = change.propose(campaign.id(), file).difference();
    assertThat(shown.people().added()).extracting(Person::id).containsExactly("newcomer");
    assertThat(rosters.person(campaign.id(), "newcomer")).isEmpty();

    change.take(campaign.id(), file, Map.of(), "helixin");

    assertThat(rosters.activePerson(campaign.id(), "newcomer")).isPresent();
    assertThat(items("item_key like '%/essay/newcomer' and state = 'OPEN'")).isEqualTo(1);
    assertThat(recorded("ROSTER_TAKEN")).containsExactly("helixin：调入 1 人，调出 0 人，变动 0 人");
    assertThat(change.propose(campaign.id(), file).difference().isEmpty()).isTrue();
  }

  @Test
  void a_unit_and_a_branch_that_are_added_owe_what_can_still_be_done() {
    campaign.launch("2017-04-24T08:00");
    var before = TestCampaign.roster();
    var museum =
        new Unit(
            "museum", 4, "博物馆", UnitKind.AFFILIATED_UNIT, "curator", null, "luzhanzhong", Set.of());
    var roster =
        RosterFile.with(
            new Roster(
                Stream.concat(before.units().stream(), Stream.of(museum)).toList(),
                Stream.concat(
                        before.branches().stream(),
                        Stream.of(new Branch("branch-2", 2, "博物馆党支部", "curator")))
                    .toList(),
                before.people()),
            person("curator", "museum", Rank.SECTION_CHIEF));

    change.take(
        campaign.id(),
        RosterFile.write(folder.resolve("roster.xlsx"), roster),
        Map.of(),
        "helixin");
    campaign.runJobs();

    var unit = "unit_id = 'museum' and person_id is null";
    assertThat(items(unit)).as("as the others, without what has passed").isPositive();
    assertThat(items(unit + " and last_date < date '2017-04-24'")).isZero();
    assertThat(items(unit)).isEqualTo(items(sameFor("arts")));
    assertThat(items(unit + " and is_open"))
        .isEqualTo(items(sameFor("arts") + " and is_open"))
        .isPositive();
    assertThat(items("item_key like '%/branch-2'")).isEqualTo(branchPapersStillOwed());
    assertThat(campaign.tasksOf("curator")).isNotEmpty();
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.id() + "/"))
        .isEmpty();
  }

  @Test
  void what_is_open_of_a_unit_is_called_after_its_new_name() {
    campaign.launch("2017-04-24T08:00");
    var roster = TestCampaign.roster();
    var renamed = RosterFile.with(roster, RosterFile.named(roster, "arts", "艺术处"));
    var unit = "unit_id = 'arts' and person_id is null and ";
    assertThat(items(unit + "room in ('benchmark', 'consultation') and is_open")).isEqualTo(2);

    change.take(
        campaign.id(),
        RosterFile.write(folder.resolve("roster.xlsx"), renamed),
        Map.of(),
        "helixin");

    var unfinished = unit + "(is_open or state = 'PLANNED') and title ";
    assertThat(items(unfinished + "like '%艺术处'")).isGreaterThan(6);
    assertThat(items(unfinished + "like '%艺术科%'")).isZero();
    assertThat(campaign.tasksOf("arts.liaison"))
        .extracting(Task::getName)
        .anyMatch(name -> name.contains("征求意见表 · 艺术处"))
        .anyMatch(name -> name.contains("工作标准 · 艺术处"))
        .noneMatch(name -> name.contains("艺术科"));
  }

  private static String sameFor(String unit) {
    return "unit_id = '%s' and person_id is null and last_date >= date '2017-04-24'"
        .formatted(unit);
  }

  private int branchPapersStillOwed() {
    return items("item_key like '%/branch-1' and last_date >= date '2017-04-24'");
  }

  @Test
  void a_unit_and_a_branch_that_go_leave_nothing_open_behind() {
    campaign.launch("2017-04-24T08:00");
    var problem = problemOf("library");
    var file = RosterFile.write(folder.resolve("roster.xlsx"), withoutLibrary());
    assertThat(change.propose(campaign.id(), file).difference().units().gone())
        .extracting(Unit::id)
        .containsExactly("library");
    assertThatThrownBy(() -> change.take(campaign.id(), file, Map.of(), "helixin"))
        .hasMessageContaining("单位“图书馆”要从花名册中撤销，请选定承接单位");
    assertThat(rosters.roster(campaign.id())).isEqualTo(TestCampaign.roster());

    change.take(campaign.id(), file, Map.of("library", "arts"), "helixin");
    campaign.runJobs();

    assertThat(items("unit_id = 'library' and (is_open or state = 'PLANNED')")).isZero();
    assertThat(items("item_key like '%/branch-1' and (is_open or state = 'PLANNED')")).isZero();
    assertThat(items("unit_id = 'library' and room = 'study' and state = 'PAST'")).isPositive();
    assertThat(waived("duty-list/library")).containsExactly("helixin：单位“图书馆”撤销，由“艺术科”承接");
    assertThat(problems.get(problem).unitId()).isEqualTo("arts");
    assertThat(campaign.tasksOf("library.head"))
        .extracting(Task::getName)
        .as("owes what everybody does, and acts for no unit")
        .noneMatch(name -> name.contains("图书馆"));
    assertThat(items("item_key like '%/personal-opinion/library.head' and unit_id = 'arts'"))
        .isEqualTo(1);
    assertThat(consistency.differences())
        .filteredOn(difference -> difference.key().startsWith(campaign.id() + "/"))
        .isEmpty();

    var back = RosterFile.write(folder.resolve("back.xlsx"), TestCampaign.roster());
    assertThatThrownBy(() -> change.take(campaign.id(), back, Map.of(), "helixin"))
        .hasMessageContaining("编号“library”是活动中已撤销的单位“图书馆”用过的")
        .hasMessageContaining("编号“branch-1”是活动中已撤销的党支部");
  }

  @Test
  void a_problem_that_was_closed_out_for_a_unit_that_is_gone_comes_back_to_the_office() {
    campaign.launch("2017-04-24T08:00");
    var problem = problemOf("library");
    care.cancel(problem, "重复", "helixin");
    var file = RosterFile.write(folder.resolve("roster.xlsx"), withoutLibrary());
    change.take(campaign.id(), file, Map.of("library", "arts"), "helixin");
    assertThat(problems.get(problem).unitId()).isEqualTo("library");

    care.reopen(problem, "又出现了", false, "helixin");
    campaign.runJobs();

    assertThat(problems.get(problem).unitId()).isNull();
    assertThat(campaign.openTasks(problem.substring(campaign.id().length() + 1)))
        .containsExactly("userTask_triage");
  }

  @Test
  void the_seat_of_the_office_stays() {
    campaign.launch();
    var before = TestCampaign.roster();
    var people =
        before.people().stream()
            .map(one -> "office".equals(one.unitId()) ? person(one.id(), "arts", Rank.STAFF) : one)
            .toList();
    var units = before.units().stream().filter(unit -> !unit.id().equals("office")).toList();
    var file =
        RosterFile.write(
            folder.resolve("roster.xlsx"), new Roster(units, before.branches(), people));

    assertThatThrownBy(() -> change.take(campaign.id(), file, Map.of("office", "arts"), "helixin"))
        .hasMessageContaining("单位“局办公室”（office）是方案规定的办公室所在单位");
  }

  /** A problem that its unit analyses. */
  private String problemOf(String unit) {
    var key =
        rectification
            .register(
                new Registration(
                    campaign.id(), Source.SUGGESTION, null, "", unit, "办事慢", null, "arts.staff"))
            .key();
    campaign.complete(
        key.substring(campaign.id().length() + 1),
        "userTask_triage",
        "helixin",
        Map.of("outcome", "ACCEPTED", "unit", unit, "kind", "能力不足", "weight", "2", "urgency", "2"));
    return key;
  }

  /** Its people work in the other unit now, and nobody belongs to a branch. */
  private static Roster withoutLibrary() {
    var before = TestCampaign.roster();
    var people =
        before.people().stream()
            .map(
                one ->
                    new Person(
                        one.id(),
                        one.name(),
                        "library".equals(one.unitId()) ? "arts" : one.unitId(),
                        null,
                        one.post(),
                        one.rank(),
                        one.mail()))
            .toList();
    var units = before.units().stream().filter(unit -> !unit.id().equals("library")).toList();
    return new Roster(units, List.of(), people);
  }

  private List<String> waived(String paper) {
    return jdbc.sql(
            "select who || '：' || why from submission_event where item_key = ? and what = 'WAIVED'")
        .param(campaign.key(paper))
        .query(String.class)
        .list();
  }

  @Test
  void a_roster_with_faults_is_refused_with_all_of_them() {
    campaign.launch();
    var faulty =
        RosterFile.with(
            RosterFile.with(TestCampaign.roster(), person("one", "nowhere", Rank.STAFF)),
            person("two", "elsewhere", Rank.STAFF));
    var file = RosterFile.write(folder.resolve("roster.xlsx"), faulty);

    assertThat(change.propose(campaign.id(), file).difference()).isNull();
    assertThatThrownBy(() -> change.take(campaign.id(), file, Map.of(), "helixin"))
        .hasMessageContaining("单位表中没有编号“nowhere”")
        .hasMessageContaining("单位表中没有编号“elsewhere”");
    assertThat(rosters.person(campaign.id(), "one")).isEmpty();
  }

  @Test
  void nobody_whom_the_plan_names_goes_from_the_roster() {
    campaign.launch();
    var without = RosterFile.without(TestCampaign.roster(), "guowei");
    var file = RosterFile.write(folder.resolve("roster.xlsx"), without);

    assertThatThrownBy(() -> change.take(campaign.id(), file, Map.of(), "helixin"))
        .hasMessageContaining("某guowei（guowei）是方案规定的领导小组或办公室成员");
    assertThat(rosters.activePerson(campaign.id(), "guowei")).isPresent();
  }

  @Test
  void a_campaign_that_does_not_run_takes_no_roster() {
    campaign.launch();
    var file = RosterFile.write(folder.resolve("roster.xlsx"), TestCampaign.roster());
    jdbc.sql("update campaign set state = 'LAUNCHING'").update();
    assertThatThrownBy(() -> change.propose(campaign.id(), file)).hasMessageContaining("正在布置任务");
    campaigns.closed(campaign.id(), campaign.now(), "helixin", "");
    assertThatThrownBy(() -> change.take(campaign.id(), file, Map.of(), "helixin"))
        .hasMessageContaining("已经结束，不能再导入花名册");
  }

  private List<String> recorded(String what) {
    return jdbc.sql(
            "select who || '：' || why from campaign_event where campaign_id = ? and what = ?")
        .params(campaign.id(), what)
        .query(String.class)
        .list();
  }

  private List<String> open(String phase) {
    return campaign.openTasks(phase);
  }

  private void recordPast() {
    for (var phase : PHASES) {
      if (open(phase).contains(RECORD_PAST)) {
        campaign.complete(phase, RECORD_PAST, "helixin", Map.of("kinds", TestCampaign.json("[]")));
      }
    }
  }

  private void close(String note) {
    campaign.complete("", CLOSE, "helixin", Map.of("note", note));
  }

  private boolean isLate(String rest, String task) {
    return jdbc.sql("select count(*) from supervision_late where item_key = ? and task = ?")
            .params(campaign.key(rest), task)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Without the appraisal: it begins with the end of the last phase and outlives the campaign. */
  private int items(String condition) {
    return jdbc.sql(
            "select count(*) from ledger_item where campaign_id = ? and "
                + condition
                + " and room <> 'appraisal'")
        .param(campaign.id())
        .query(Integer.class)
        .single();
  }

  /** Nor supervision, which follows what outlives the campaign. */
  private int running() {
    return jdbc.sql(
            """
            select count(*) from ACT_RU_EXECUTION
            where BUSINESS_KEY_ like ? and BUSINESS_KEY_ not like '%/appraisal%'
              and BUSINESS_KEY_ not like '%/supervision'
            """)
        .param(campaign.id() + "%")
        .query(Integer.class)
        .single();
  }
}
