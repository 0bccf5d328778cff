package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;

/** Phase 1 at the desks of those who write and of those who review: staff, secretary, leader. */
class PaperDeskIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017/";

  @Autowired private Submissions submissions;

  @Test
  void staffKeepADraftAndHandItInLater() {
    var staff = tasklistOf("yangtao");
    openTask(staff, "讨论材料 · 杨涛");
    write(staff, "正文", "草稿：查摆本岗位的三个问题。");
    staff.locator(".form-actions button, button").getByText("保存").click();
    assertThat(staff.locator("button").getByText("保存")).isDisabled();

    staff.reload();
    openTask(staff, "讨论材料 · 杨涛");
    var text = field(staff, "textarea", "正文").locator("textarea");
    assertThat(text).hasValue("草稿：查摆本岗位的三个问题。");
    assertThat(staff.locator(".fjs-form")).containsText("方案要求：每位领导和干部职工都要撰写至少一篇讨论材料");
    picture(staff, "desk-staff-draft");
    write(staff, "正文", "定稿：三个问题和对策。");
    handIn(staff, "essay/yangtao");
    assertThat(submissions.versions(CAMPAIGN + "essay/yangtao").get(0).content().text())
        .isEqualTo("定稿：三个问题和对策。");
  }

  @Test
  void aSecretaryHandsInTheResultOfTheBranch() {
    var secretary = tasklistOf("miaomin");
    openTask(secretary, "党支部学习讨论成果");
    claim(secretary);
    assertThat(secretary.locator(".fjs-form")).containsText("形成学习讨论成果");
    write(secretary, "正文", "本支部的学习讨论成果。");
    picture(secretary, "desk-secretary");
    handIn(secretary, "branch-result/mass-art");
    assertThat(submissions.get(CAMPAIGN + "branch-result/mass-art").submittedBy())
        .isEqualTo("miaomin");
  }

  @Test
  void aLeaderWritesAndReviewsWhatTheHeadsInChargeWrite() {
    var head = tasklistOf("chengyan");
    openTask(head, "讨论材料 · ");
    write(head, "正文", "剧团的问题和对策。");
    handIn(head, "essay/chengyan");

    var leader = tasklistOf("luzhanzhong");
    openTask(leader, "提交材料：讨论材料 · 卢展中");
    write(leader, "正文", "带头查摆问题。");
    handIn(leader, "essay/luzhanzhong");
    leader.reload();
    openTask(leader, "审核材料：讨论材料 · 程艳");
    claim(leader);
    assertThat(field(leader, "textarea", "正文").locator("textarea")).hasValue("剧团的问题和对策。");
    leader.getByLabel("退回修改").check();
    complete(leader);
    assertThat(leader.locator(".page-notifications .message")).hasText("退回材料须写明理由，便于对方修改。");
    picture(leader, "desk-leader-refused");
    leader.locator(".page-notifications .close:visible").click();
    leader.getByLabel("通过").check();
    complete(leader);
    leader.waitForCondition(() -> state("essay/chengyan") == State.ACCEPTED);
    assertThat(state("essay/luzhanzhong"))
        .as("waits for another leader")
        .isEqualTo(State.SUBMITTED);
  }

  private void handIn(Page page, String key) {
    complete(page);
    page.waitForCondition(() -> state(key) == State.SUBMITTED);
  }

  private State state(String key) {
    return submissions.get(CAMPAIGN + key).state();
  }
}
