package org.xiaohao.webapps.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.engine.Instances;
import org.xiaohao.engine.OpenTasks;
import org.xiaohao.shared.Refusal;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** How long drafts live, and whose they are. */
@CampaignTest
class DraftServiceTest {

  private static final String ESSAY = "essay/arts.staff";
  private static final String SUBMIT = "userTask_submit";
  private static final String PERSON = "arts.staff";
  private static final String TYPED = "{\"paper\":{\"text\":\"写到一半\"}}";

  @Autowired private TestCampaign campaign;
  @Autowired private Drafts drafts;
  @Autowired private DraftService service;
  @Autowired private OpenTasks open;
  @Autowired private Instances instances;
  @Autowired private SubmissionService papers;

  @BeforeEach
  void launches() {
    campaign.launch();
  }

  private OpenTasks.Open task() {
    return open.find(campaign.key(ESSAY), SUBMIT).orElseThrow();
  }

  @Test
  void a_draft_is_its_writers_and_the_newest_one_counts() {
    var task = task();
    service.save(task, PERSON, "{}");
    service.save(task, PERSON, TYPED);

    assertThat(drafts.find(task.id(), PERSON).orElseThrow().content()).isEqualTo(TYPED);
    assertThat(drafts.find(task.id(), "arts.head")).isEmpty();
    service.discard(task.id(), PERSON);
    assertThat(drafts.find(task.id(), PERSON)).isEmpty();
  }

  @Test
  void a_task_that_is_done_leaves_no_draft_of_anybody() {
    var task = task();
    service.save(task, PERSON, TYPED);
    service.save(task, "arts.head", TYPED);

    campaign.complete(
        ESSAY, SUBMIT, PERSON, Map.of("paper", TestCampaign.json("{\"text\":\"写完了\"}")));

    assertThat(drafts.of(List.of(task.key()))).isEmpty();
  }

  @Test
  void a_task_that_the_house_makes_anew_takes_the_draft_over() {
    var before = task();
    service.save(before, PERSON, TYPED);

    instances.restart(campaign.key(ESSAY), SUBMIT);

    var after = task();
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(drafts.find(before.id(), PERSON)).isEmpty();
    assertThat(drafts.find(after.id(), PERSON).orElseThrow().content()).isEqualTo(TYPED);
  }

  @Test
  void what_is_waived_leaves_no_draft() {
    service.save(task(), PERSON, TYPED);

    papers.waive(campaign.key(ESSAY), "因病", "liuguangli");
    campaign.runJobs();

    assertThat(drafts.of(List.of(campaign.key(ESSAY)))).isEmpty();
  }

  @Test
  void there_is_a_limit() {
    var tooLong = "{\"text\":\"" + "文".repeat(DraftService.LONGEST) + "\"}";
    var task = task();
    assertThatThrownBy(() -> service.save(task, PERSON, tooLong)).isInstanceOf(Refusal.class);
  }
}
