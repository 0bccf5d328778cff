package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** A day with nothing but a phone, which runs no scripts: read, upload, write, submit, withdraw. */
class PhoneIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017/";
  private static final long MEGABYTE = 1024 * 1024;
  private static final String ESSAY = CAMPAIGN + "essay/qinlei";

  @Autowired private Submissions submissions;
  @Autowired private SubmissionService papers;
  @Autowired private Attachments attachments;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;

  /**
   * The launch opens what is due first in the background. No other browser test does anything with
   * the essays of these people.
   */
  @BeforeEach
  void everythingIsOpen() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Stream.of("qinlei", "zhaozhigang", "changxiaoping", "chenjing")
                    .map(person -> submissions.get(CAMPAIGN + "essay/" + person).state())
                    .noneMatch(State.PLANNED::equals));
  }

  private Page phoneOf(String person) {
    var phone = phoneWithoutScripts();
    phone.navigate(base() + "/m");
    logIn(phone, person, "xiaohao");
    phone.locator("h1").waitFor();
    return phone;
  }

  @Test
  void staffReadWriteUploadSubmitAndWithdraw() {
    var phone = phoneOf("qinlei");
    wholePicture(phone, "phone-list");
    line(phone, "讨论材料").click();
    assertThat(phone.locator(".brief")).containsText("方案要求：每位领导和干部职工都要撰写至少一篇讨论材料");
    wholePicture(phone, "phone-task");

    press(phone, "提交");
    assertThat(phone.locator("main > [role=alert]")).containsText("尚未填写正文");

    phone.locator("textarea[name='f.paper.text']").fill("第一行\n<b>第二行</b>");
    phone.locator("#file").setInputFiles(pdf("照片说明（终稿）.pdf"));
    press(phone, "上传");
    assertThat(phone.locator(".files")).containsText("照片说明（终稿）.pdf");
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("第一行\n<b>第二行</b>");
    phone.locator("#file").setInputFiles(program());
    press(phone, "上传");
    assertThat(phone.locator("main > [role=alert]")).containsText("“程序.docx”的内容不是 docx 文件");
    wholePicture(phone, "phone-refused-file");
    press(phone, "提交");
    assertThat(phone.locator("main > [role=status]")).containsText("已提交：");
    wholePicture(phone, "phone-submitted");
    assertThat(submissions.versions(ESSAY).get(0).content().text()).isEqualTo("第一行\n<b>第二行</b>");
    assertThat(attachments.count(ESSAY)).isEqualTo(1);

    line(phone, "讨论材料").click();
    assertThat(phone.locator(".version")).containsText("<b>第二行</b>");
    wholePicture(phone, "phone-waiting");
    press(phone, "确认撤回");
    assertThat(phone.locator("main > [role=status]")).containsText("已撤回");
    assertThat(submissions.get(ESSAY).state()).isEqualTo(State.OPEN);
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("第一行\n<b>第二行</b>");

    press(phone, "删除 照片说明（终稿）.pdf");
    assertThat(attachments.count(ESSAY)).isZero();
    phone.locator("summary").getByText("申请延期").click();
    phone.locator("#until").fill("2017-05-31");
    phone.locator("#reason").fill("下乡演出，五月中旬返回。");
    press(phone, "提交延期申请");
    assertThat(phone.locator("main")).containsText("等待办公室决定");
    wholePicture(phone, "phone-withdrawn");
    assertThat(submissions.findExtension(ESSAY)).isPresent();
  }

  @Test
  void aHeadReviewsOnThePhone() {
    var key = CAMPAIGN + "essay/guoruifang";
    new PaperHands(tasks, identity).handIn("guoruifang", "提高服务基层的标准。");
    var phone = phoneOf("zhangxuemei");
    line(phone, submissions.get(key).title()).click();
    assertThat(phone.locator("#work .said")).containsText("提高服务基层的标准。");
    phone.getByLabel("退回修改").check();
    press(phone, "提交");
    assertThat(phone.locator("main > [role=alert]")).containsText("退回材料须写明理由");
    assertThat(phone.getByLabel("退回修改")).isChecked();
    phone.locator("textarea").last().fill("请补充事例。");
    wholePicture(phone, "phone-review");
    press(phone, "提交");
    assertThat(phone.locator("main > [role=status]")).containsText("已提交：");
    assertThat(submissions.get(key).state()).isEqualTo(State.RETURNED);
  }

  @Test
  void whatHasRowsToFillInIsLeftToTasklist() {
    var key = CAMPAIGN + "excellence-plan/public-culture";
    papers.open(submissions.get(key));
    var phone = phoneOf("renyulan");
    line(phone, "争创一流计划书").click();
    assertThat(phone.locator("main")).containsText("手机上不便办理");
    assertThat(phone.getByText("仍要在“待办”中打开"))
        .hasAttribute("href", Pattern.compile(".*/tasklist/default/#/\\?task=.+"));
    wholePicture(phone, "phone-structured");
  }

  /** The start page knows how wide the screen is, and nothing else. */
  @Test
  void theStartPageLeadsPhonesHereAndDesksToTasklist() {
    var phone = window(390, 844);
    phone.navigate(base() + "/");
    logIn(phone, "zhaozhigang", "xiaohao");
    assertThat(phone.locator(".for-phones")).isVisible();
    wholePicture(phone, "phone-start");
    phone.getByText("手机办理").click();
    assertThat(phone.locator("h1")).containsText("待我办理");
    line(phone, "讨论材料").click();
    phone.locator("#work textarea").fill("写到一半");
    assertThat(phone.locator(".saved")).hasText("草稿已保存，尚未提交。");
    assertThat(draft("zhaozhigang").orElse("")).contains("写到一半");
    phone.reload();
    assertThat(phone.locator("#work textarea")).hasValue("写到一半");
    assertThat(phone.locator("#work .notice").last()).containsText("保存的草稿");
    var kept = phone.context().cookies();
    phone.context().clearCookies();
    phone.locator("#work textarea").fill("没有登录时写的");
    phone.waitForCondition(() -> phone.evaluate("Object.keys(localStorage).length").equals(1));
    phone.context().addCookies(kept);
    phone.reload();
    assertThat(phone.locator("#work textarea")).hasValue("没有登录时写的");
    assertThat(phone.locator(".restored")).isVisible();
    assertThat(phone.locator(".saved")).hasText("草稿已保存，尚未提交。");
    phone.navigate(base() + "/camunda/app/tasklist/default/");
    assertThat(phone.locator(".xh-phone")).isVisible();
    picture(phone, "phone-tasklist");

    var desk = window(1366, 768);
    desk.navigate(base() + "/");
    logIn(desk, "zhaozhigang", "xiaohao");
    desk.locator("[cam-widget-header] .account").waitFor();
    assertThat(desk.locator(".xh-phone")).isHidden();
  }

  /** The same draft on the phone and at the desk, also where the phone runs no scripts. */
  @Test
  void whatIsSavedOnThePhoneIsThereAtTheDesk() {
    var phone = phoneOf("changxiaoping");
    line(phone, "讨论材料").click();
    phone.locator("textarea[name='f.paper.text']").fill("在公交车上写的");
    press(phone, "暂存");
    assertThat(phone.locator("main > [role=status]")).hasText("草稿已保存，尚未提交。");
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("在公交车上写的");
    wholePicture(phone, "phone-draft");

    var desk = tasklistOf("changxiaoping");
    openTask(desk, "讨论材料");
    assertThat(field(desk, "textarea", "正文").locator("textarea")).hasValue("在公交车上写的");
    write(desk, "正文", "在公交车上写的，在办公室接着写");
    desk.waitForCondition(() -> draft("changxiaoping").orElse("").contains("接着写"));
    phone.reload();
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("在公交车上写的，在办公室接着写");
    press(phone, "放弃草稿");
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("");
    assertThat(draft("changxiaoping")).isEmpty();
  }

  /** Without scripts nobody says so before the file is sent. */
  @Test
  void aFileThatIsTooBigIsRefusedInWordsAndTheTextIsKept() throws IOException {
    var phone = phoneOf("chenjing");
    line(phone, "讨论材料").click();
    phone.locator("textarea[name='f.paper.text']").fill("附上现场照片");
    phone.locator("#file").setInputFiles(sparse("slightly.pdf", 21 * MEGABYTE));
    press(phone, "上传");
    assertThat(phone.locator("main > [role=alert]")).containsText("20 MB");
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("附上现场照片");
    wholePicture(phone, "phone-file-too-big");

    phone.locator("#file").setInputFiles(sparse("much.pdf", 80 * MEGABYTE));
    press(phone, "上传");
    assertThat(phone.locator("main")).containsText("合计不能超过 64 MB");
    wholePicture(phone, "phone-body-too-big");
    phone.locator("main a").click();
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("附上现场照片");
  }

  private static Path sparse(String name, long size) throws IOException {
    var file = Path.of("target").resolve(name);
    try (var content = new RandomAccessFile(file.toFile(), "rw")) {
      content.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
      content.setLength(size);
    }
    return file;
  }

  private Optional<String> draft(String person) {
    return jdbc.sql("select content from webapps_draft where person_id = ?")
        .param(person)
        .query(String.class)
        .optional();
  }

  /** Without scripts nothing is kept in the browser. */
  @Test
  void whatWasTypedWhenTheSessionHadEndedComesBackAfterTheLogin() {
    var task = new PaperHands(tasks, identity).task("changxiaoping").getId();
    var phone = phoneOf("changxiaoping");
    phone.navigate(base() + "/m/task/" + task);
    phone.context().clearCookies();
    phone.locator("textarea[name='f.paper.text']").fill("写了很久\n<b>第二段</b>");
    press(phone, "提交");
    assertThat(phone.locator("[role=status]")).containsText("刚才填写的内容已经保留");
    wholePicture(phone, "phone-login-again");
    logIn(phone, "changxiaoping", "xiaohao");
    assertThat(phone.locator("main > [role=status]")).containsText("还没有提交");
    assertThat(phone.locator("textarea[name='f.paper.text']")).hasValue("写了很久\n<b>第二段</b>");
    wholePicture(phone, "phone-typed-kept");

    phone.navigate(base() + "/m/item?key=" + CAMPAIGN + "essay/changxiaoping");
    phone.locator("summary").getByText("申请延期").click();
    phone.context().clearCookies();
    phone.locator("#until").fill("2017-05-31");
    phone.locator("#reason").fill("下乡演出");
    press(phone, "提交延期申请");
    logIn(phone, "changxiaoping", "xiaohao");
    assertThat(phone.locator("#until")).hasValue("2017-05-31");
    assertThat(phone.locator("#reason")).hasValue("下乡演出");
    assertThat(submissions.findExtension(CAMPAIGN + "essay/changxiaoping")).isEmpty();
  }

  @Test
  void othersTasksAndItemsStayClosed() {
    var task = new PaperHands(tasks, identity).task("changxiaoping").getId();
    var colleague = new HttpPerson(base()).in("qinlei");
    assertThat(colleague.get("/m/task/" + task).statusCode()).isEqualTo(404);
    var item = colleague.get("/m/item?key=" + CAMPAIGN + "essay/changxiaoping");
    assertThat(item.statusCode()).isEqualTo(403);
    assertThat(item.body()).contains("您无权查看");
    assertThat(new HttpPerson(base()).get("/m").statusCode()).isEqualTo(302);
    assertThat(colleague.form("/m/task/" + task, "act=submit").statusCode()).isEqualTo(403);
  }

  private static Locator line(Page phone, String title) {
    return phone.locator(".lines a").filter(new Locator.FilterOptions().setHasText(title)).first();
  }

  /** A button, in what is open on the page. */
  private static void press(Page phone, String label) {
    phone
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
        .last()
        .click();
  }

  private static FilePayload pdf(String name) {
    return new FilePayload(
        name, "application/pdf", "%PDF-1.7 一张照片".getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload program() {
    return new FilePayload("程序.docx", "application/msword", "MZ".getBytes(StandardCharsets.UTF_8));
  }
}
