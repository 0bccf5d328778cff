package org.xiaohao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.PhaseLedger.UnitCount;
import org.xiaohao.campaign.ProblemFound;
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
