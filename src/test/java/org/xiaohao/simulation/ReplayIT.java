package org.xiaohao.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.calendar.Adjustment;
import org.xiaohao.calendar.HolidayCalendars;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.ledger.CampaignReport.Count;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.CampaignReports;
import org.xiaohao.rectification.TrailCheck;

/** The whole campaign of 2017, held against the plan. */
class ReplayIT {

  private static final Path FOLDER = Path.of("campaigns/changzhi-2017");
  private static final int UNITS = 18;
  private static final int PEOPLE = 150;
  private static final int BRANCHES = 8;

  private static ConfigurableApplicationContext context;
  private static Replay.Outcome outcome;
  private static CampaignReport report;
  private static JdbcClient jdbc;

  @BeforeAll
  static void replay() {
    var plan = new PlanReader().read(FOLDER.resolve("campaign.yaml")).plan();
    assertThat(plan).isNotNull();
    var start = LocalDateTime.parse("2017-02-28T08:00");
    context = ReplayServer.start(XiaohaoApplication.class, start, plan.zone(), (Path) null);
    outcome = context.getBean(Replay.class).run(FOLDER, 1, (day, acts, open) -> {});
    report = context.getBean(CampaignReports.class).of(plan.id());
    jdbc = context.getBean(JdbcClient.class);
  }

  @AfterAll
  static void close() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  void nothing_is_left_running_and_rows_and_instances_agreed_every_day() {
    assertThat(outcome.running()).isZero();
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.workingDays()).isGreaterThanOrEqualTo(23 + 20 + 21);
    assertThat(number("select count(*) from ledger_item where is_open")).isZero();
    assertThat(number("select count(*) from campaign where state = 'CLOSED'")).isEqualTo(1);
  }

  @Test
  void each_unit_held_nine_sessions_and_one_more() {
    assertThat(kind("weekly").units()).extracting(Count::done).containsOnly(9).hasSize(UNITS);
    assertThat(kind("transformation").units())
        .extracting(Count::done)
        .containsOnly(1)
        .hasSize(UNITS);
  }

  @Test
  void everybody_owed_one_essay_and_one_opinion() {
    assertThat(owed("essay")).isEqualTo(PEOPLE);
    assertThat(owed("personal-opinion")).isEqualTo(PEOPLE);
    assertThat(
            number(
                "select count(distinct person_id) from submission_item where paper_id = 'essay'"))
        .isEqualTo(PEOPLE);
  }

  @Test
  void each_speaker_owed_one_text() {
    var spoken = number("select count(*) from study_speaker where spoke");
    assertThat(spoken).isGreaterThanOrEqualTo(10 * UNITS);
    assertThat(owed("speech")).isEqualTo(spoken);
  }

  @Test
  void each_branch_owed_one_result_and_each_unit_a_report_and_five_papers() {
    assertThat(owed("branch-result")).isEqualTo(BRANCHES);
    for (var paper :
        List.of(
            "self-check",
            "function-list",
            "duty-list",
            "work-flow-charts",
            "excellence-plan",
            "capability-timetable")) {
      assertThat(kind(paper).units())
          .as(paper)
          .extracting(count -> count.owed() + count.waived())
          .containsOnly(1)
          .hasSize(UNITS);
    }
  }

  @Test
  void each_unit_gathered_twenty_valid_forms() {
    var forms =
        report.consultations().stream()
            .filter(consultation -> consultation.id().equals("opinion-forms"))
            .findFirst()
            .orElseThrow();
    assertThat(forms.units()).hasSize(UNITS).allMatch(unit -> unit.valid() >= 20);
    assertThat(forms.units()).anyMatch(unit -> unit.invalid() > 0);
  }

  @Test
  void all_meetings_were_held_and_units_have_benchmarks_and_standards() {
    assertThat(report.meetings()).hasSize(4).allMatch(CampaignReport.Meeting::held);
    assertThat(report.meetings()).anyMatch(meeting -> meeting.opinions() > 0);
    assertThat(report.standards()).isEqualTo(kind("benchmarks").total().done());
    assertThat(report.benchmarks()).isGreaterThanOrEqualTo(report.standards());
    assertThat(report.standards()).isGreaterThanOrEqualTo(UNITS - 1);
  }

  @Test
  void people_behaved_as_people_do() {
    var all =
        report.phases().stream().flatMap(phase -> phase.kinds().stream()).map(Kind::total).toList();
    assertThat(all).anyMatch(count -> count.late() > 0);
    assertThat(all).anyMatch(count -> count.returned() > 0);
    assertThat(all).anyMatch(count -> count.missing() > 0);
    assertThat(all).anyMatch(count -> count.waived() > 0);
    assertThat(report.phases()).anyMatch(phase -> phase.carriedOver() > 0);
    assertThat(report.escalations()).first().satisfies(told -> assertThat(told).isPositive());
    assertThat(report.notices()).isPositive();
    assertThat(number("select count(*) from submission_event where what = 'WITHDRAWN'"))
        .isPositive();
    assertThat(number("select count(*) from submission_extension where decided_at is not null"))
        .isPositive();
    assertThat(number("select count(*) from study_attendance where made_up_on is not null"))
        .isPositive();
    assertThat(number("select count(*) from submission_event where what = 'MOVED'")).isEqualTo(1);
  }

  @Test
  void the_leading_group_decided_whom_to_commend_and_whom_to_criticise() {
    var appraisal = report.appraisal();
    assertThat(appraisal.published()).isTrue();
    assertThat(appraisal.points()).isGreaterThan(10 * PEOPLE);
    assertThat(appraisal.named()).isBetween(5, 60);
    assertThat(appraisal.commended()).isPositive();
    assertThat(appraisal.criticised()).isPositive();
    assertThat(appraisal.objections()).as("%s", appraisal).isPositive();
    assertThat(appraisal.upheld()).isBetween(0, appraisal.objections());
    assertThat(number("select count(*) from appraisal_proposal where level <> 'PERSON'"))
        .isEqualTo(UNITS);
    assertThat(number("select count(*) from appraisal_proposal where level = 'PERSON'"))
        .isEqualTo(PEOPLE);
    // the leading group took one off the list, and nobody who objected with success is on it
    assertThat(number("select count(*) from appraisal_event where what = 'CHANGED'")).isPositive();
    assertThat(
            number(
                """
                select count(*) from appraisal_proposal p join appraisal_objection o
                  on o.round_key = p.round_key and o.party_id = p.party_id
                where o.outcome = 'UPHELD' and p.verdict = 'CRITICISE'
                """))
        .isZero();
  }

  @Test
  void every_point_of_the_appraisal_is_a_recorded_fact() {
    assertThat(
            number(
                """
                select count(*) from appraisal_point p where not exists (
                  select 1 from ledger_item i
                  where p.fact_key = i.item_key or p.fact_key like i.item_key || '#%')
                """))
        .isZero();
    assertThat(
            number(
                """
                select count(*) from appraisal_proposal p where p.total <> coalesce((
                  select sum(t.points) from appraisal_point t where t.round_key = p.round_key
                    and t.level = p.level and t.party_id = p.party_id), 0)
                """))
        .isZero();
  }

  @Test
  void slips_of_all_colours_were_issued_and_are_closed() {
    for (var light : List.of("BLUE", "YELLOW", "RED")) {
      assertThat(number("select count(*) from supervision_slip where light = '" + light + "'"))
          .as(light)
          .isPositive();
    }
    assertThat(number("select count(*) from supervision_slip where answered_at is not null"))
        .isPositive();
    assertThat(number("select count(*) from supervision_slip where state <> 'CLOSED'")).isZero();
    assertThat(number("select count(*) from supervision_slip"))
        .as("no number is left out")
        .isEqualTo(number("select max(number) from supervision_slip"));
    assertThat(number("select count(*) from supervision_light where light <> 'NONE'")).isZero();
    assertThat(number("select count(*) from supervision_incident")).isZero();
    assertThat(report.slips()).hasSize(UNITS + 1).anyMatch(slips -> slips.yellow() > 0);
    assertThat(report.slips()).anyMatch(slips -> slips.red() > 0);
  }

  @Test
  void units_were_inspected_and_tasks_of_the_leading_group_done() {
    assertThat(number("select count(*) from supervision_inspection where state = 'DONE'"))
        .isPositive();
    assertThat(number("select count(*) from supervision_finding where kind = 'PRAISE'"))
        .isPositive();
    assertThat(number("select count(*) from supervision_finding where kind = 'PROBLEM'"))
        .isPositive();
    assertThat(number("select count(*) from supervision_assignment where state = 'ACCEPTED'"))
        .isPositive();
  }

  @Test
  void what_was_owed_is_on_time_late_recorded_or_missing() {
    report.phases().stream()
        .flatMap(phase -> phase.kinds().stream())
        .forEach(
            kind -> {
              var count = kind.total();
              assertThat(count.onTime() + count.late() + count.recorded() + count.missing())
                  .as(kind.id())
                  .isEqualTo(count.owed());
            });
  }

  /** Where neither the office nor an extension gave a paper another day. */
  @ParameterizedTest
  @CsvSource({
    "self-check, 2017-04-15, 2017-04-14",
    "personal-opinion, 2017-05-07, 2017-05-05",
    "function-list, 2017-05-30, 2017-05-27",
    "essay, 2017-03-30, 2017-03-30"
  })
  void limits_fall_on_working_days(String paper, LocalDate plan, LocalDate effective) {
    var dates =
        jdbc.sql(
                """
                select distinct effective_date from submission_item i
                where paper_id = ? and plan_date = ?
                """)
            .params(paper, plan)
            .query(LocalDate.class)
            .list();
    assertThat(dates).containsExactly(effective);
  }

  @ParameterizedTest
  @CsvSource({
    "opinion-forms, 2017-04-30, 2017-04-28",
    "service-questionnaire, 2017-04-15, 2017-04-14"
  })
  void limits_of_consultations_fall_on_working_days(
      String consultation, LocalDate plan, LocalDate effective) {
    var dates =
        jdbc.sql(
                """
                select distinct effective_date from consultation_item
                where consultation_id = ? and plan_date = ?
                """)
            .params(consultation, plan)
            .query(LocalDate.class)
            .list();
    assertThat(dates).containsExactly(effective);
  }

  @Test
  void starts_fall_on_working_days() {
    assertThat(date("select starts_effective from campaign_work where work_id = 'standards'"))
        .isEqualTo("2017-04-14");
    assertThat(date("select starts_effective from campaign_phase where phase_id = 'improvement'"))
        .isEqualTo("2017-04-28");
    assertThat(date("select ends_effective from campaign_phase where phase_id = 'benchmark'"))
        .isEqualTo("2017-04-28");
  }

  @Test
  void every_effective_date_is_the_last_working_day_before() {
    var calendar = new HolidayCalendars(Path.of("calendars"));
    var dates =
        jdbc.sql("select distinct plan_date, effective_date from ledger_item")
            .query(
                (row, number) ->
                    Map.entry(
                        row.getObject("plan_date", LocalDate.class),
                        row.getObject("effective_date", LocalDate.class)))
            .list();
    assertThat(dates).hasSizeGreaterThan(10);
    assertThat(dates)
        .allSatisfy(
            date ->
                assertThat(date.getValue())
                    .isEqualTo(
                        calendar.effective(date.getKey(), Adjustment.BEFORE).effectiveDate()));
    var sessions =
        jdbc.sql("select distinct effective_date from study_session where series_id = 'weekly'")
            .query(LocalDate.class)
            .list();
    assertThat(sessions)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(2, 3, 9, 10, 16, 17, 23, 24, 30)
                .map(day -> LocalDate.of(2017, 3, day))
                .toList());
  }

  @Test
  void problems_came_from_all_sources_and_went_all_ways() {
    assertThat(
            jdbc.sql("select distinct source from rectification_problem")
                .query(String.class)
                .list())
        .contains(
            "SELF_CHECK",
            "CHECK_SUPERIORS",
            "CHECK_ADVANCED",
            "CHECK_SERVED",
            "REVIEW_MEETING",
            "CONSULTATION",
            "INSPECTION",
            "SUGGESTION");
    assertThat(jdbc.sql("select distinct what from rectification_event").query(String.class).list())
        .contains(
            "CLOSED_OUT",
            "CHECK_RETURNED",
            "VERIFICATION_RETURNED",
            "PROPOSAL_RETURNED",
            "EXTENSION_GRANTED",
            "EXTENSION_REFUSED",
            "MERGED",
            "EXPLAINED",
            "LONG_TERM",
            "FOLLOWED_UP",
            "STANDS",
            "REOPENED");
    assertThat(
            number(
                "select count(*) from rectification_event where what = 'CLOSED_OUT'"
                    + " and at > (select closed_at from campaign)"))
        .as("problems that outlived their campaign")
        .isPositive();
  }

  @Test
  void the_report_counts_problems_per_unit() {
    assertThat(report.problems()).hasSize(UNITS + 2);
    var total = report.problems().get(UNITS + 1);
    // who never hands in a self-check finds nothing
    assertThat(report.problems().subList(0, UNITS))
        .filteredOn(unit -> unit.found() > 0)
        .hasSizeGreaterThanOrEqualTo(UNITS - 3);
    assertThat(total.closedOut())
        .isEqualTo(
            number("select count(*) from rectification_problem where closing_number is not null"));
    assertThat(total.overdue()).isPositive();
    assertThat(total.reopened()).isPositive();
    assertThat(total.rate()).isBetween(70, 100);
  }

  @Test
  void nothing_was_closed_out_without_evidence_and_a_second_pair_of_eyes() {
    assertThat(
            number(
                """
                select count(*) from rectification_problem p
                where closing_number is not null
                  and (done_by = owner_id or done_by = evidence_by or not exists (
                    select 1 from rectification_evidence e where e.problem_key = p.problem_key))
                """))
        .isZero();
    assertThat(new TrailCheck(jdbc).chains())
        .hasSize(1)
        .allSatisfy(chain -> assertThat(chain.broken()).isNull());
  }

  /** What was waived is owed no more. */
  private static int owed(String id) {
    var count = kind(id).total();
    return count.owed() + count.waived();
  }

  private static Kind kind(String id) {
    return report.phases().stream()
        .flatMap(phase -> phase.kinds().stream())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int number(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private static String date(String sql) {
    return jdbc.sql(sql).query(LocalDate.class).single().toString();
  }
}
