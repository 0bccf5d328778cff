package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest.BodyPublishers;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** A day of those who work in Tasklist: lists, drafts, handing in, looking up, standing in. */
class StaffTasklistIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String ESSAYS = "changzhi-2017/essay/";

  @Autowired private Submissions submissions;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;

  @Test
  void aStaffMembersDay() {
    var key = ESSAYS + "changlijun";
    var title = "讨论材料 · 常立军";
    // lights of essays turn in April; what the card says of them does not have to wait
    jdbc.sql(
            "insert into supervision_light (item_key, campaign_id, light, limit_day, since)"
                + " values (?, 'changzhi-2017', 'YELLOW', date '2017-04-28',"
                + " timestamp with time zone '2017-02-28 00:00:00Z')")
        .param(key)
        .update();
    var staff = tasklistOf("changlijun");
    var filters = staff.locator(".task-filters");
    assertThat(filters).containsText("我的待办");
    assertThat(filters).containsText("即将到期");
    assertThat(filters).containsText("逾期");
    assertThat(filters).not().containsText("全部待办");
    assertThat(filters).not().containsText("我审核的");
    var card = staff.locator(".tasks-list .xh-card").first();
    assertThat(card).containsText("公共文化科");
    assertThat(card).containsText("待提交");
    assertThat(card).containsText("黄灯 · 进度滞后");

    openTask(staff, title);
    assertThat(staff.getByText("添加备注")).isHidden();
    assertThat(staff.getByText("新建视图").first()).isHidden();
    write(staff, "正文", "写到一半：窗口服务不够主动。");
    staff.waitForCondition(() -> drafts(key, "changlijun") == 1);
    assertThat(staff.locator(".xh-draft")).containsText("已自动保存");
    picture(staff, "tasklist-draft-saved");
    staff.context().close();

    var again = tasklistOf("changlijun");
    openTask(again, title);
    assertThat(text(again)).hasValue("写到一半：窗口服务不够主动。");
    assertThat(again.locator(".xh-draft")).containsText("自动保存的内容");
    picture(again, "tasklist-draft-restored");
    foreignDraftIsOutOfReach(key);

    write(again, "正文", "窗口服务不够主动；整改：首问负责。");
    again.locator("button[ng-click='complete()']").dblclick();
    again.waitForCondition(() -> state(key) == State.SUBMITTED);
    assertThat(submissions.versions(key)).hasSize(1);
    assertThat(drafts(key, "changlijun")).isZero();

    withdraw(again, title);
    again.reload();
    openTask(again, title);
    assertThat(text(again)).hasValue("窗口服务不够主动；整改：首问负责。");
    write(again, "正文", "窗口服务不够主动；整改：首问负责、限时办结。");
    complete(again);
    again.waitForCondition(() -> submissions.versions(key).size() == 2);

    accept(title, key);
    again.reload();
    again.getByText("已办", new Page.GetByTextOptions().setExact(true)).click();
    var dialog = again.locator(".xh-dialog");
    dialog.locator("input[name=word]").fill("讨论材料");
    dialog.locator("select[name=room]").selectOption("submission");
    dialog.getByText("查询").click();
    assertThat(dialog.locator(".xh-found")).containsText(title);
    picture(again, "tasklist-done");
    dialog.locator("select[name=room]").selectOption("meeting");
    dialog.getByText("查询").click();
    assertThat(dialog.locator(".xh-found")).containsText("没有符合条件的事项");
  }

  private void foreignDraftIsOutOfReach(String key) {
    var task = taskOf(key);
    for (var who : new String[] {"miaoyan", "huangzhengwei", "liuguangli"}) {
      var answer = new HttpPerson(base()).in(who).get(API + "/task/" + task + "/draft");
      assertThat(answer.statusCode()).as(who).isIn(204, 404);
    }
    var stranger = new HttpPerson(base()).in("miaoyan");
    var address = API + "/task/" + task + "/draft";
    assertThat(
            stranger
                .send(
                    "PUT",
                    address,
                    "application/json",
                    BodyPublishers.ofString("{\"content\":{\"a\":1}}"))
                .statusCode())
        .isEqualTo(404);
    stranger.send("DELETE", address, "", BodyPublishers.noBody());
    assertThat(drafts(key, "changlijun")).isOne();
  }

  private void accept(String title, String key) {
    var head = tasklistOf("huangzhengwei");
    var filters = head.locator(".task-filters");
    assertThat(filters).containsText("本单位待办 · 公共文化科");
    filters.getByText("我审核的").click();
    openTask(head, title);
    claim(head);
    head.getByLabel("通过").check();
    picture(head, "tasklist-review");
    complete(head);
    head.waitForCondition(() -> state(key) == State.ACCEPTED);
    head.getByText("本单位", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(head.locator(".xh-found")).containsText("苗艳");
    picture(head, "tasklist-unit");
  }

  private static void withdraw(Page staff, String title) {
    staff.getByText("我的事项").click();
    staff
        .locator(".xh-mine tr")
        .filter(new Locator.FilterOptions().setHasText(title))
        .getByText("查看 / 撤回")
        .click();
    var dialog = staff.locator(".xh-dialog").last();
    dialog.getByText("撤回", new Locator.GetByTextOptions().setExact(true)).first().click();
    dialog.getByText("确认撤回").click();
    assertThat(dialog.locator(".xh-badge").first()).hasText("待提交");
  }

  @Test
  void textThatIsTypedWhenTheLoginIsOverIsThereAfterTheNext() {
    var key = ESSAYS + "duanlei";
    var staff = tasklistOf("duanlei");
    openTask(staff, "讨论材料 · 段磊");
    text(staff).waitFor();
    staff.context().clearCookies();
    write(staff, "正文", "登录过期以前没有写完的话");
    assertThat(staff.locator(".xh-draft")).containsText("登录已过期");
    picture(staff, "tasklist-login-over");
    assertThat(drafts(key, "duanlei")).isZero();

    staff.reload();
    logIn(staff, "duanlei", "xiaohao");
    openTask(staff, "讨论材料 · 段磊");
    assertThat(text(staff)).hasValue("登录过期以前没有写完的话");
    staff.waitForCondition(() -> drafts(key, "duanlei") == 1);

    staff.getByText("放弃草稿").click();
    staff.getByText("确认放弃").click();
    assertThat(text(staff)).hasValue("");
    staff.waitForCondition(() -> drafts(key, "duanlei") == 0);
  }

  /** Tasklist itself would show the text of one form in any other that begins a process. */
  @Test
  void whatIsTypedToBeginAProcessIsThereTheNextTime() {
    var text = "阅览室周末开放时间太短，上班的人来不了。";
    var staff = tasklistOf("renxuemei");
    var form = problemForm(staff);
    paste(form.locator("textarea").first(), text);
    staff.waitForCondition(() -> startDrafts("renxuemei") == 1);
    assertThat(staff.locator(".modal-dialog .xh-draft")).containsText("已自动保存");
    picture(staff, "tasklist-start-draft");
    staff.context().close();
    assertThat(
            new HttpPerson(base())
                .in("miaoyan")
                .get(API + "/process/rectification/draft")
                .statusCode())
        .isEqualTo(204);

    var again = tasklistOf("renxuemei");
    assertThat(problemForm(again).locator("textarea").first()).hasValue(text);
    assertThat(again.locator(".modal-dialog .xh-draft")).containsText("自动保存的内容");
    again.getByText("放弃草稿").click();
    again.getByText("确认放弃").click();
    again.waitForCondition(() -> startDrafts("renxuemei") == 0);
    var other = new HttpPerson(base()).in("renxuemei");
    assertThat(
            other
                .send(
                    "PUT",
                    API + "/process/nothing/draft",
                    "application/json",
                    BodyPublishers.ofString("{\"content\":{\"a\":1}}"))
                .statusCode())
        .isEqualTo(404);
  }

  private static Locator problemForm(Page page) {
    page.getByText("发起流程").locator("visible=true").first().click();
    page.locator(".modal-dialog").getByText("问题整改").first().click();
    var form = page.locator(".modal-dialog .fjs-form");
    form.waitFor();
    return form;
  }

  private int startDrafts(String person) {
    return jdbc.sql("select count(*) from webapps_start_draft where person_id = ?")
        .param(person)
        .query(Integer.class)
        .single();
  }

  @Test
  void whoeverComesSecondIsToldSo() {
    var key = ESSAYS + "liangliping";
    var staff = tasklistOf("liangliping");
    openTask(staff, "讨论材料 · 梁丽萍");
    write(staff, "正文", "第二次提交");
    var elsewhere = new HttpPerson(base()).in("liangliping");
    var address = ENGINE + "/task/" + taskOf(key) + "/submit-form";
    var body =
        """
        {"variables":{"paper":{"type":"Json","value":"{\\"text\\":\\"先提交的\\"}"},
          "reviewOutcome":{"value":"ACCEPTED"},"whatever":{"value":"x"}}}
        """;
    assertThat(elsewhere.post(address, body).statusCode()).isEqualTo(204);
    var second = elsewhere.post(address, body);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    assertThat(second.body()).contains("刚刚已由他人办理").doesNotContain("Cannot");

    complete(staff);
    assertThat(staff.locator(".page-notifications .message").first()).containsText("刚刚已由他人办理");
    picture(staff, "tasklist-conflict");
    assertThat(submissions.versions(key)).hasSize(1);
    assertThat(submissions.versions(key).get(0).content().text()).isEqualTo("先提交的");
  }

  @Test
  void aHeadNamesADeputyForThePeopleOfTheUnit() {
    var head = tasklistOf("baojing");
    head.getByText("代理", new Page.GetByTextOptions().setExact(true)).click();
    var dialog = head.locator(".xh-dialog");
    dialog.locator("select[name=whose]").selectOption("other");
    pick(dialog, "person", "王慧");
    pick(dialog, "deputy", "李长青");
    dialog.locator("input[name=ends]").fill("2017-12-29");
    dialog.locator("input[name=begins]").fill("2017-12-28");
    dialog.locator("input[name=reason]").fill("外出学习");
    picture(head, "tasklist-deputy");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("指定代理人")).click();
    var row =
        dialog
            .locator(".xh-deputies tr")
            .filter(new Locator.FilterOptions().setHasText("2017年12月28日 至 2017年12月29日"));
    assertThat(row).containsText("李长青");
    assertThat(row).containsText("未开始");
    picture(head, "tasklist-deputies");

    row.getByText("结束代理").click();
    row.getByText("确认结束").click();
    assertThat(row).containsText("已结束");
  }

  private static void pick(Locator dialog, String field, String name) {
    dialog.locator("input[name=" + field + "]").pressSequentially(name);
    dialog
        .locator(".xh-choices:visible button")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .click();
  }

  private static Locator text(Page page) {
    return field(page, "textarea", "正文").locator("textarea");
  }

  private String taskOf(String key) {
    return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId();
  }

  private int drafts(String key, String person) {
    return jdbc.sql("select count(*) from webapps_draft where item_key = ? and person_id = ?")
        .params(key, person)
        .query(Integer.class)
        .single();
  }

  private State state(String key) {
    return submissions.get(key).state();
  }
}
