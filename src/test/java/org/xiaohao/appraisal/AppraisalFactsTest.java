package org.xiaohao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiaohao.testing.TestCampaign.json;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.shared.DbTime;
import org.xiaohao.supervision.Assignment;
import org.xiaohao.supervision.AssignmentService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/**
 * The facts that are counted, kind by kind: whose they are, and which record they name. On time,
 * late and missing are in {@link AppraisalProcessTest}, those of problems in the room of problems.
 */
@CampaignTest
class AppraisalFactsTest {

  @Autowired TestCampaign campaign;
  @Autowired AssignmentService assignments;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch();
  }

  @Test
  void each_version_of_a_paper_that_was_sent_back_counts_for_its_author() {
    for (var time = 0; time < 2; time++) {
      campaign.complete(
          "essay/arts.staff",
          "userTask_submit",
          "arts.staff",
          Map.of("paper", json("{\"text\":\"三个问题\"}")));
      campaign.complete(
          "essay/arts.staff",
          "userTask_review",
          "arts.head",
          Map.of("outcome", "RETURNED", "comment", "不深"));
    }

    var essay = campaign.key("essay/arts.staff");
    assertThat(facts("RETURNED"))
        .containsExactly(tuple("arts.staff", essay + "#1"), tuple("arts.staff", essay + "#2"));
  }

  @Test
  void each_proposal_of_benchmarks_that_was_sent_back_counts_for_the_unit() {
    var selection = campaign.key("benchmarks/benchmarks/library");
    for (var what : List.of("PROPOSED", "DISAGREED", "PROPOSED", "RETURNED")) {
      jdbc.sql("insert into benchmark_event (item_key, at, who, what) values (?, ?, 'x', ?)")
          .params(selection, DbTime.of(campaign.now()), what)
          .update();
    }

    assertThat(facts("RETURNED"))
        .hasSize(2)
        .allSatisfy(fact -> assertThat(fact.toList().get(0)).isEqualTo("library"))
        .allSatisfy(fact -> assertThat(fact.toList().get(1).toString()).startsWith(selection + "#"))
        .doesNotHaveDuplicates();
  }

  @Test
  void each_report_of_an_assignment_that_was_sent_back_counts_for_who_does_it() {
    var key =
        assignments
            .assign(
                new Assignment.Wanted(
                    "联系企业", "联系三家", Assignment.To.PERSON, "arts.staff", LocalDate.of(2017, 3, 10)),
                "yangjianping")
            .key();
    for (var time = 0; time < 2; time++) {
      assignments.report(key, "已联系", "arts.staff");
      assignments.decide(key, Assignment.Outcome.RETURNED, "请写详细", "songwenjie");
    }

    assertThat(facts("RETURNED"))
        .hasSize(2)
        .allSatisfy(fact -> assertThat(fact.toList().get(0)).isEqualTo("arts.staff"))
        .allSatisfy(fact -> assertThat(fact.toList().get(1).toString()).startsWith(key + "#"));
  }

  @Test
  void attendance_absence_and_make_up_study_count_for_the_person() {
    var session =
        jdbc.sql(
                "select session_key from study_session where campaign_id = ? and unit_id = 'arts'"
                    + " order by begins_at limit 1")
            .param(campaign.id())
            .query(String.class)
            .single();
    jdbc.sql("delete from study_attendance where session_key = ?").param(session).update();
    jdbc.sql("update study_session set state = 'HELD', recorded_at = ? where session_key = ?")
        .params(DbTime.of(campaign.now()), session)
        .update();
    attended(session, "arts.head", "PRESENT", null);
    attended(session, "arts.staff", "ABSENT", null);
    attended(session, "arts.liaison", "EXCUSED", LocalDate.of(2017, 3, 3));
    attended(session, "helixin", "EXCUSED", null);

    assertThat(facts("ATTENDED")).containsExactly(tuple("arts.head", session + "#arts.head"));
    assertThat(facts("ABSENT")).containsExactly(tuple("arts.staff", session + "#arts.staff"));
    assertThat(facts("MADE_UP")).containsExactly(tuple("arts.liaison", session + "#arts.liaison"));
  }

  private void attended(String session, String person, String presence, LocalDate madeUp) {
    jdbc.sql(
            "insert into study_attendance (session_key, person_id, position, presence, made_up_on)"
                + " values (?, ?, 0, ?, ?)")
        .params(session, person, presence, madeUp)
        .update();
  }

  @Test
  void forms_over_the_quota_and_short_of_it_count_for_the_unit() {
    var over = consultation("arts");
    collected(over, 2, null);
    forms(over, 3);
    var shortOf = consultation("library");
    collected(shortOf, 20, "服务对象少");
    var exact = consultation("office");
    collected(exact, 2, null);
    forms(exact, 2);

    assertThat(facts("FORMS_OVER_QUOTA")).containsExactly(tuple("arts", over));
    assertThat(facts("FORMS_SHORT")).containsExactly(tuple("library", shortOf));
  }

  private String consultation(String unit) {
    return jdbc.sql(
            "select item_key from consultation_item where campaign_id = ? and unit_id = ?"
                + " order by item_key limit 1")
        .params(campaign.id(), unit)
        .query(String.class)
        .single();
  }

  private void collected(String key, int quota, String passed) {
    jdbc.sql(
            "update consultation_item set state = 'COMPLETED', quota = ?, passed_reason = ?,"
                + " done_at = ? where item_key = ?")
        .params(quota, passed, DbTime.of(campaign.now()), key)
        .update();
  }

  private void forms(String key, int valid) {
    for (var number = 1; number <= valid; number++) {
      jdbc.sql(
              "insert into consultation_form (item_key, number, entered_on, affiliation, answers,"
                  + " content_hash, validity) values (?, ?, ?, '企业', '{}', ?, 'VALID')")
          .params(key, number, LocalDate.of(2017, 3, 1), "h" + number)
          .update();
    }
  }

  @Test
  void praise_at_an_inspection_counts_for_the_unit_and_names_the_inspection() {
    var key = campaign.key("I0001");
    var at = DbTime.of(moment("2017-02-28T08:00"));
    jdbc.sql(
            "insert into supervision_inspection (item_key, campaign_id, number, title, state,"
                + " plan_date, effective_date, limit_at, due_at, planned_by, planned_at)"
                + " values (?, ?, 1, '检查', 'DONE', date '2017-03-07', date '2017-03-07', ?, ?, 'x',"
                + " ?)")
        .params(key, campaign.id(), at, at, at)
        .update();
    jdbc.sql(
            "insert into supervision_visit (visit_key, item_key, unit_id, due_at, visited_at)"
                + " values (?, ?, 'arts', ?, ?)")
        .params(key + "/arts", key, at, at)
        .update();
    for (var kind : List.of("PRAISE", "PROBLEM")) {
      jdbc.sql(
              "insert into supervision_finding (finding_key, visit_key, number, campaign_id,"
                  + " unit_id, kind, text) values (?, ?, ?, ?, 'arts', ?, '台账清楚')")
          .params(
              key + "/arts/" + kind,
              key + "/arts",
              kind.equals("PRAISE") ? 1 : 2,
              campaign.id(),
              kind)
          .update();
    }

    assertThat(facts("PRAISED")).containsExactly(tuple("arts", key + "#arts/1"));
  }

  /** Whose, and of which record. */
  private List<Tuple> facts(String kind) {
    return jdbc.sql(
            """
            select coalesce(person_id, unit_id) as whose, fact_key from appraisal_fact
            where campaign_id = ? and fact_kind = ? and at <= ? order by whose, fact_key
            """)
        .params(campaign.id(), kind, DbTime.of(campaign.now()))
        .query((row, number) -> tuple(row.getString("whose"), row.getString("fact_key")))
        .list();
  }
}
