package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.rectification.ProblemSteps.OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.CampaignReports;
import org.xiaohao.shared.DbTime;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What the appraisal counts of problems: each fact for those whose it was. */
@CampaignTest
class ProblemFactsTest {

  private static final String P1 = "P0001";

  @Autowired TestCampaign campaign;
  @Autowired ProblemCareService care;
  @Autowired HandoverService handover;
  @Autowired CampaignReports reports;
  @Autowired JdbcClient jdbc;

  private ProblemSteps steps;

  @Autowired
  void steps(FormService forms, RepositoryService repository) {
    steps = new ProblemSteps(campaign, forms, repository);
  }

  @BeforeEach
  void register() {
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch(TestCampaign.only(Plans.withLookBack(0)));
    steps.register(OWNER, "群众来件答复慢");
  }

  @Test
  void closed_out_in_time_counts_for_unit_and_owner() {
    steps.toClosedOut(P1);

    assertThat(facts()).containsExactly("CLOSED_ON_TIME arts", "CLOSED_ON_TIME " + OWNER);
  }

  @Test
  void in_time_is_evidence_that_held_and_not_the_first_that_was_handed_in() {
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    failCheck();
    campaign.advanceTo("2017-05-31T09:00");
    assertThat(facts())
        .containsExactly("OVERDUE arts", "OVERDUE " + OWNER, "RETURNED arts", "RETURNED " + OWNER);

    steps.rectify(P1, OWNER);
    assertThat(facts()).contains("OVERDUE arts", "OVERDUE " + OWNER);
    steps.check(P1, "arts.head");
    steps.verify(P1);

    assertThat(facts())
        .containsExactly(
            "CLOSED_LATE arts", "CLOSED_LATE " + OWNER, "RETURNED arts", "RETURNED " + OWNER);
  }

  @Test
  void what_was_handed_in_in_time_is_not_overdue_while_others_look_at_it() {
    steps.toOwner(P1);
    assertThat(facts()).isEmpty();
    steps.rectify(P1, OWNER);
    campaign.advanceTo("2017-05-31T09:00");

    assertThat(facts()).isEmpty();
  }

  @Test
  void each_return_counts_and_of_a_proposal_for_the_unit_only() {
    steps.accept(P1);
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    steps.returnProposal(P1, "措施太笼统");
    steps.propose(P1, OWNER, LocalDate.of(2017, 3, 31));
    steps.confirm(P1, false);
    steps.rectify(P1, OWNER);
    failCheck();
    steps.rectify(P1, OWNER);
    steps.check(P1, "arts.head");
    campaign.complete(
        P1, "userTask_verify", "helixin", Map.of("outcome", "RETURNED", "note", "仍有积压"));

    assertThat(facts())
        .containsExactly(
            "RETURNED arts",
            "RETURNED arts",
            "RETURNED arts",
            "RETURNED " + OWNER,
            "RETURNED " + OWNER);
  }

  @Test
  void reopened_is_a_close_out_undone_and_counts_for_who_closed_it_out() {
    steps.toClosedOut(P1);
    care.reopen(campaign.key(P1), "又慢了", false, "helixin");
    campaign.runJobs();
    assertThat(facts()).containsExactly("REOPENED arts", "REOPENED " + OWNER);

    steps.propose(P1, "arts.liaison", LocalDate.of(2017, 3, 31));
    steps.confirm(P1, false);
    steps.rectify(P1, "arts.liaison");
    steps.check(P1, "arts.head");
    steps.verify(P1);

    assertThat(facts())
        .containsExactly(
            "CLOSED_ON_TIME arts",
            "CLOSED_ON_TIME arts.liaison",
            "REOPENED arts",
            "REOPENED " + OWNER);
    assertThat(reopened()).isEqualTo(1);
  }

  @Test
  void what_goes_to_another_unit_leaves_the_returns_where_they_were() {
    steps.toOwner(P1);
    steps.rectify(P1, OWNER);
    failCheck();
    handover.reassign(campaign.key(P1), "library", "归口管理", "helixin");

    assertThat(facts()).containsExactly("RETURNED arts", "RETURNED " + OWNER);
  }

  @Test
  void what_never_was_closed_out_is_not_reopened() {
    steps.triage(P1, "EXPLAINED", Map.of("reason", "情况不属实"));
    care.reopen(campaign.key(P1), "有新情况", false, "helixin");

    assertThat(facts()).isEmpty();
    assertThat(reopened()).isZero();
  }

  @Test
  void every_fact_is_linked_to_the_problem() {
    steps.toClosedOut(P1);

    assertThat(
            jdbc.sql(
                    "select fact_key from appraisal_fact where campaign_id = ? and fact_kind like ?")
                .params(campaign.id(), "CLOSED%")
                .query(String.class)
                .list())
        .isNotEmpty()
        .allMatch(key -> key.startsWith(campaign.key(P1) + "#"));
  }

  private void failCheck() {
    campaign.complete(
        P1, "userTask_check", "arts.head", Map.of("outcome", "RETURNED", "reason", "没有改好"));
  }

  private int reopened() {
    var all = reports.of(campaign.id()).problems();
    return all.get(all.size() - 1).reopened();
  }

  /** Kind and whose, of problems, that count by now. */
  private List<String> facts() {
    return jdbc.sql(
            """
            select fact_kind || ' ' || coalesce(person_id, unit_id) from appraisal_fact
            where campaign_id = ? and at <= ? and fact_key like ?
            order by fact_kind, person_id nulls first, unit_id
            """)
        .params(campaign.id(), DbTime.of(campaign.now()), campaign.key("P") + "%")
        .query(String.class)
        .list();
  }
}
