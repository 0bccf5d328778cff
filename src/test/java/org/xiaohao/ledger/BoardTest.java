package org.xiaohao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.PhaseLedger.UnitCount;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.shared.DbTime;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class BoardTest {

  @Autowired TestCampaign campaign;
  @Autowired Board board;
  @Autowired Standings standings;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void the_cells_of_a_phase_add_up_to_what_its_gate_counts() {
    for (var phase : new String[] {"study", "benchmark", "improvement"}) {
      var cells =
          board.cells(campaign.id()).stream()
              .filter(cell -> cell.phaseId().equals(phase))
              .mapToInt(Board.Cell::owed)
              .sum();
      var counts = standings.counts(campaign.id(), phase).stream().mapToInt(UnitCount::owed).sum();
      assertThat(cells).as(phase).isEqualTo(counts).isPositive();
    }
  }

  @Test
  void open_problems_are_counted_by_age() {
    assertThat(board.problems(campaign.id(), clock.instant())).isEmpty();
    found("1");
    campaign.advanceTo("2017-03-20T09:00");
    found("2");
    found("3");

    assertThat(board.problems(campaign.id(), clock.instant()))
        .containsExactly(new Board.Problems("", 0, 2, 1, 0, 0));
    assertThat(board.problems(campaign.id(), TestCampaign.moment("2017-05-20T09:00")))
        .containsExactly(new Board.Problems("", 0, 0, 0, 3, 0));
    assertThat(board.problems(campaign.id(), TestCampaign.moment("2017-07-20T09:00")))
        .containsExactly(new Board.Problems("", 0, 0, 0, 0, 3));
  }

  @Test
  void a_gate_shows_open_problems_and_those_that_are_followed_apart() {
    assertThat(standings.problems(campaign.id())).isEmpty();
    found("1");
    found("2");
    found("3");
    set("P0002", "LONG_TERM");
    set("P0003", "FOLLOWED_UP");
    assertThat(standings.problems(campaign.id()))
        .filteredOn(count -> count.found() > 0)
        .singleElement()
        .satisfies(count -> assertThat(count.name()).isEqualTo("艺术科"))
        .satisfies(count -> assertThat(count.found()).isEqualTo(2))
        .satisfies(count -> assertThat(count.longTerm()).isEqualTo(1))
        .satisfies(count -> assertThat(count.open()).isEqualTo(1));
    set("P0001", "CLOSED_OUT");
    assertThat(standings.problems(campaign.id()))
        .allSatisfy(count -> assertThat(count.open()).isZero());
  }

  private void set(String problem, String state) {
    jdbc.sql("update rectification_problem set state = ? where problem_key = ?")
        .params(state, campaign.key(problem))
        .update();
  }

  @Test
  void days_are_those_of_the_zone_and_add_what_was_handed_in_and_finished() {
    acted("arts", "2017-03-01T15:30:00Z", null);
    acted("library", "2017-03-01T16:30:00Z", "2017-03-02T02:00:00Z");
    assertThat(board.days(campaign.id(), ZoneId.of("Asia/Shanghai")))
        .containsExactly(
            new Board.Day(LocalDate.of(2017, 3, 1), 1, 0),
            new Board.Day(LocalDate.of(2017, 3, 2), 1, 1));
  }

  private void acted(String unit, String handedIn, String done) {
    jdbc.sql(
            "update submission_item set first_submitted_at = ?, done_at = ? where item_key ="
                + " (select min(item_key) from submission_item where unit_id = ?)")
        .params(moment(handedIn), moment(done), unit)
        .update();
  }

  private static Object moment(String at) {
    return at == null ? null : DbTime.of(Instant.parse(at));
  }

  @Test
  void attendance_counts_people_of_recorded_sessions() {
    var sessions = sessionsOf("arts");
    attended(sessions.get(0), "PRESENT", "ABSENT", "LEAVE");
    attended(sessions.get(1), "PRESENT");
    attended(sessions.get(2), "ABSENT");
    jdbc.sql("update study_attendance set made_up_on = ? where presence = 'LEAVE'")
        .param(LocalDate.of(2017, 3, 9))
        .update();
    jdbc.sql("update study_session set recorded_at = ? where session_key in (?, ?)")
        .params(moment("2017-03-03T02:00:00Z"), sessions.get(0), sessions.get(1))
        .update();
    assertThat(board.attendance(campaign.id()))
        .containsExactly(new Board.Attendance("arts", 2, 1, 1, 1));
  }

  private List<String> sessionsOf(String unit) {
    return jdbc.sql("select session_key from study_session where unit_id = ? order by session_key")
        .param(unit)
        .query(String.class)
        .list();
  }

  private void attended(String session, String... presences) {
    for (var position = 0; position < presences.length; position++) {
      jdbc.sql(
              "insert into study_attendance (session_key, person_id, position, presence)"
                  + " values (?, ?, ?, ?)")
          .params(session, "person" + position, position, presences[position])
          .update();
    }
  }

  @Test
  void forms_stand_against_the_quota_and_papers_of_one_s_own_stand_apart() {
    var before = board.forms(campaign.id());
    assertThat(before).isNotEmpty().allMatch(forms -> forms.valid() + forms.invalid() == 0);
    var some = before.get(0);
    var key =
        jdbc.sql("select item_key from consultation_item where consultation_id = ? and unit_id = ?")
            .params(some.consultationId(), some.unitId())
            .query(String.class)
            .single();
    var number = 0;
    for (var validity : List.of("VALID", "VALID", "BLANK", "APART")) {
      jdbc.sql(
              "insert into consultation_form (item_key, number, entered_on, affiliation, answers,"
                  + " content_hash, validity) values (?, ?, ?, '读者', '[]', ?, ?)")
          .params(key, ++number, LocalDate.of(2017, 3, 1), "hash" + number, validity)
          .update();
    }
    assertThat(board.forms(campaign.id()))
        .contains(new Board.Forms(some.consultationId(), some.unitId(), some.quota(), 2, 1));
  }

  private void found(String number) {
    transactions.executeWithoutResult(
        status ->
            events.publishEvent(
                new ProblemFound(
                    campaign.id(),
                    ProblemFound.Source.CONSULTATION,
                    campaign.key("board/" + number),
                    "座谈",
                    "arts",
                    "第 " + number + " 个问题",
                    null,
                    "arts.liaison")));
  }
}
