package org.xiaohao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.ledger.ConsistencyCheck.Difference;
import org.xiaohao.ledger.ConsistencyCheck.Kind;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class ConsistencyCheckTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired ConsistencyCheck check;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void finds_nothing_after_a_launch() {
    assertThat(differences()).isEmpty();
    assertThat(campaign.isRunning(ESSAY)).isTrue();
  }

  @Test
  void finds_a_row_whose_instance_is_gone() {
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key(ESSAY))
            .singleResult();
    runtime.deleteProcessInstance(instance.getId(), "tampered with");

    assertThat(differences())
        .containsExactly(new Difference(campaign.key(ESSAY), Kind.ROW_WITHOUT_INSTANCE));
  }

  @Test
  void finds_an_instance_whose_row_is_closed() {
    jdbc.sql("update submission_item set state = 'ACCEPTED' where item_key = ?")
        .param(campaign.key(ESSAY))
        .update();

    assertThat(differences())
        .containsExactly(new Difference(campaign.key(ESSAY), Kind.INSTANCE_WITHOUT_ROW));
  }

  @Test
  void finds_a_row_with_two_instances() {
    runtime.startProcessInstanceByKey("submission", campaign.key(ESSAY));

    assertThat(differences())
        .containsExactly(new Difference(campaign.key(ESSAY), Kind.SEVERAL_INSTANCES));
  }

  @Test
  void knows_every_process_that_carries_a_row() {
    assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
        .extracting(ProcessDefinition::getKey)
        .filteredOn(key -> !key.startsWith("phase-"))
        .filteredOn(key -> !key.equals("campaign") && !key.equals("supervision"))
        .containsExactlyInAnyOrderElementsOf(ConsistencyCheck.PROCESSES);
  }

  /** Other tests leave their rows behind. */
  private Iterable<Difference> differences() {
    return check.differences().stream()
        .filter(difference -> difference.key().startsWith(campaign.id() + "/"))
        .toList();
  }
}
