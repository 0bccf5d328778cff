package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** A head with a pile of papers, and colleagues who act on the same pile. */
class BulkReviewIT extends BrowserTest {

  private static final String ESSAY = "changzhi-2017/essay/";
  private static final String API = "/camunda/api/xiaohao/default/reviews";

  @Autowired private Submissions submissions;
  @Autowired private AttachmentService files;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private ObjectMapper json;

  private State state(String person) {
    return submissions.get(ESSAY + person).state();
  }

  @Test
  void a_head_accepts_five_papers_in_one_go_and_returns_one() {
    var hands = new PaperHands(tasks, identity);
    var good = List.of("jiazhiqiang", "luhaiyan", "yuanzhenhua", "lihongxia", "baohongwei");
    good.forEach(person -> hands.handIn(person, "多下基层演出，<b>每月</b>不少于两场。"));
    hands.handIn("baoguihua", "同意。");
    files.add(
        ESSAY + "baoguihua",
        "附件说明.pdf",
        new ByteArrayInputStream("%PDF-1.7 一".getBytes(StandardCharsets.UTF_8)),
        "baoguihua");

    var head = tasklistOf("miaomin");
    head.getByText("批量审核").click();
    assertThat(head.locator(".xh-review tbody tr:not(.xh-reading)")).hasCount(6);
    picture(head, "bulk-review");
    var poor = line(head, "baoguihua");
    poor.locator(".xh-title").click();
    assertThat(head.locator(".xh-reading:visible .xh-text")).hasText("同意。");
    assertThat(head.locator(".xh-reading:visible .xh-files a[download]")).hasText("附件说明.pdf");
    picture(head, "bulk-review-reading");

    head.getByLabel("全部勾选").check();
    poor.locator("input[type=checkbox]").uncheck();
    head.getByText("全部通过（5）").click();
    assertThat(head.locator(".xh-said")).hasText("通过 5 份。");
    good.forEach(person -> assertThat(state(person)).isEqualTo(State.ACCEPTED));
    assertThat(state("baoguihua")).isEqualTo(State.SUBMITTED);

    poor.locator("input[type=checkbox]").check();
    head.getByText("全部退回（1）").click();
    assertThat(head.locator(".xh-verdict .xh-failure")).hasText("退回材料须写明理由，便于对方修改。");
    head.locator("#xh-review-comment").fill("请结合本岗位补充具体事例。");
    head.getByText("全部退回（1）").click();
    assertThat(head.locator(".xh-said")).hasText("退回 1 份。");
    picture(head, "bulk-review-done");
    assertThat(state("baoguihua")).isEqualTo(State.RETURNED);
    assertThat(submissions.versions(ESSAY + "baoguihua").get(0).comment())
        .isEqualTo("请结合本岗位补充具体事例。");
  }

  /**
   * Leaders look at heads, the office at leaders; each has a view of that, the office one of all.
   */
  @Test
  void leaders_and_the_office_find_what_they_review() throws IOException {
    var hands = new PaperHands(tasks, identity);
    hands.handIn("duanguoqing", "公司要带头送电影下乡。");
    var paper = hands.handIn("songwenjie", "纪检组要从自身查起。");

    var leader = tasklistOf("luzhanzhong");
    var filters = leader.locator(".task-filters");
    assertThat(filters).not().containsText("全部待办");
    filters.getByText("我审核的").click();
    assertThat(leader.locator("ol.tasks-list")).containsText("审核材料：讨论材料 · 段国庆");
    assertThat(leader.locator("ol.tasks-list")).not().containsText("宋文杰");
    picture(leader, "leader-reviews");

    var office = tasklistOf("shiluqiang");
    office.locator(".task-filters").getByText("我审核的").click();
    assertThat(office.locator("ol.tasks-list")).containsText("审核材料：讨论材料 · 宋文杰");
    assertThat(office.locator("ol.tasks-list")).not().containsText("段国庆");
    assertThat(office.locator(".task-filters")).containsText("全部待办");

    var member = new HttpPerson(base()).in("shiluqiang");
    assertThat(member.get(API).body()).contains("讨论材料 · 宋文杰").doesNotContain("段国庆");
    member.post(
        API,
        json.writeValueAsString(
            Map.of("tasks", List.of(paper), "outcome", "ACCEPTED", "comment", "")));
    assertThat(state("songwenjie")).isEqualTo(State.ACCEPTED);
  }

  private Locator line(Page page, String person) {
    return page.locator(".xh-review tr")
        .filter(new Locator.FilterOptions().setHasText(submissions.get(ESSAY + person).title()));
  }

  @Test
  void each_paper_is_told_by_itself_what_became_of_it() throws IOException {
    var hands = new PaperHands(tasks, identity);
    var mine = hands.handIn("duanzhigang", "提高标准。");
    var withdrawn = hands.handIn("lianxiaodong", "提高标准。");
    var staff = new HttpPerson(base()).in("lianxiaodong");
    assertThat(
            staff
                .post(
                    "/camunda/api/xiaohao/default/item/withdraw",
                    json.writeValueAsString(Map.of("key", ESSAY + "lianxiaodong")))
                .statusCode())
        .isEqualTo(200);
    var foreign = hands.handIn("niupengfei", "提高标准。");

    var head = new HttpPerson(base()).in("miaomin");
    var decision =
        Map.of("tasks", List.of(withdrawn, foreign, mine), "outcome", "ACCEPTED", "comment", "");
    var answer = head.post(API, json.writeValueAsString(decision));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var results = json.readTree(answer.body());
    assertThat(results.findValuesAsText("task")).containsExactly(withdrawn, foreign, mine);
    assertThat(results.findValuesAsText("result")).containsExactly("GONE", "GONE", "DONE");
    assertThat(results.get(0).get("reason").asText()).contains("撤回");
    assertThat(state("niupengfei")).as("of another unit").isEqualTo(State.SUBMITTED);
    assertThat(state("duanzhigang")).isEqualTo(State.ACCEPTED);
  }

  @Test
  void what_cannot_be_decided_is_refused_as_a_whole() throws IOException {
    var head = new HttpPerson(base()).in("miaomin");
    head.get(API);
    for (var body :
        List.of(
            "{}",
            "{\"tasks\":[\"x\"]}",
            "{\"tasks\":[\"x\"],\"outcome\":\"RETURNED\",\"comment\":\" \"}",
            "{\"tasks\":[\"x\"],\"outcome\":\"PERHAPS\"}")) {
      assertThat(head.post(API, body).statusCode()).as(body).isBetween(400, 409);
    }
    assertThat(new HttpPerson(base()).get(API).statusCode()).isEqualTo(401);
  }
}
