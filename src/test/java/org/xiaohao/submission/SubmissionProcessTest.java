package org.xiaohao.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.testing.TestCampaign.json;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class SubmissionProcessTest {

  private static final String ESSAY = "essay/arts.staff";

  @Autowired TestCampaign campaign;
  @Autowired Submissions submissions;
  @Autowired SubmissionService service;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void an_essay_is_handed_in_and_accepted() {
    submit(ESSAY, "arts.staff", "发现问题三个,对策如下……");
    assertThat(state(ESSAY)).isEqualTo(State.SUBMITTED);

    review(ESSAY, "arts.head", "ACCEPTED", "");

    assertThat(state(ESSAY)).isEqualTo(State.ACCEPTED);
    assertThat(campaign.isRunning(ESSAY)).isFalse();
  }

  private void submit(String item, String person, String text) {
    campaign.complete(
        item, "userTask_submit", person, Map.of("paper", json("{\"text\":\"" + text + "\"}")));
  }

  private void review(String item, String person, String outcome, String comment) {
    campaign.complete(
        item, "userTask_review", person, Map.of("outcome", outcome, "comment", comment));
  }

  private State state(String item) {
    return submissions.get(campaign.key(item)).state();
  }
}
