package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.submission.Submission.State;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;

/** The way of one essay, from the hand of a member of staff to the head's yes. */
class PaperBrowserIT extends BrowserTest {

  private static final String ESSAY = "changzhi-2017/essay/fengxiaoyan";
  private static final String TITLE = "讨论材料 · 冯晓燕";
  private static final String WORDS =
      "提高标准，要从每一件小事做起：群众来电当天答复，窗口业务一次办结，演出安排提前公布。" + "对照先进单位，我科在下基层的次数和成果转化上还有差距，今后每月至少安排一次。";

  @Autowired private Submissions submissions;
  @Autowired private SubmissionService papers;
  @Autowired private Attachments attachments;

  @Test
  void anEssayIsWrittenReturnedWithdrawnAndAccepted() {
    var text = (WORDS.repeat(20) + "<b>&amp;" + WORDS.repeat(400)).substring(0, 20_000);
    var staff = tasklistOf("fengxiaoyan");
    openTask(staff, TITLE);
    picture(staff, "staff-form");
    complete(staff);
    assertThat(staff.locator(".page-notifications .message")).hasText("“" + TITLE + "”尚未填写正文。");
    picture(staff, "staff-refused");
    staff.locator(".page-notifications .close:visible").click();
    handIn(staff, text);
    assertThat(submissions.versions(ESSAY).get(0).content().text()).isEqualTo(text);

    var head = tasklistOf("songwenbin");
    review(head, "退回修改", "请补充本科室的具体事例。");

    staff.reload();
    openTask(staff, TITLE);
    assertThat(staff.locator(".fjs-form")).containsText("请补充本科室的具体事例。");
    var item = tab(staff, "事项");
    assertThat(item).containsText("退回修改");
    assertThat(item.locator(".xh-comment").first()).containsText("请补充本科室的具体事例。");
    picture(staff, "staff-item");
    tab(staff, "表单");
    handIn(staff, text + "完");

    withdraw(staff);
    assertThat(submissions.get(ESSAY).state()).isEqualTo(State.RETURNED);
    staff.reload();
    openTask(staff, TITLE);
    handIn(staff, text + "完。");
    assertThat(submissions.versions(ESSAY)).hasSize(3);

    head.reload();
    review(head, "通过", "");
    assertThat(submissions.get(ESSAY).state()).isEqualTo(State.ACCEPTED);
    staff.reload();
    openMine(staff);
    staff.getByRole(AriaRole.TAB).filter(new Locator.FilterOptions().setHasText("已办结")).click();
    assertThat(staff.locator(".xh-mine")).containsText(TITLE);
    picture(staff, "staff-mine-done");
  }

  private void handIn(Page staff, String text) {
    var before = submissions.versions(ESSAY).size();
    paste(staff.locator(".fjs-form-field-textarea textarea").last(), text);
    complete(staff);
    staff.waitForCondition(() -> submissions.versions(ESSAY).size() > before);
  }

  private void review(Page head, String outcome, String comment) {
    var version = submissions.get(ESSAY).version();
    openTask(head, TITLE);
    claim(head);
    head.getByLabel(outcome).check();
    paste(head.locator(".fjs-form-field-textarea textarea").last(), comment);
    picture(head, "head-review");
    complete(head);
    head.waitForCondition(() -> submissions.get(ESSAY).version() > version);
  }

  private void withdraw(Page staff) {
    openMine(staff);
    var row = staff.locator(".xh-mine tr").filter(new Locator.FilterOptions().setHasText(TITLE));
    picture(staff, "staff-mine");
    row.getByText("查看 / 撤回").click();
    var dialog = staff.locator(".xh-dialog").last();
    dialog.getByText("撤回", new Locator.GetByTextOptions().setExact(true)).first().click();
    dialog.getByText("确认撤回").click();
    assertThat(dialog.locator(".xh-badge").first()).hasText("退回修改");
    assertThat(dialog.locator(".xh-version summary").first()).containsText("已撤回");
    picture(staff, "staff-withdrawn");
  }

  private static void openMine(Page staff) {
    staff.getByText("我的事项").click();
    staff.locator(".xh-views").waitFor();
  }

  @Test
  void filesWithChineseNamesComeBackAsTheyWere() throws IOException {
    var subject = "changzhi-2017/essay/cuijinfang";
    var content = "%PDF-1.7 我的材料".getBytes(StandardCharsets.UTF_8);
    var staff = tasklistOf("cuijinfang");
    openTask(staff, "讨论材料 · 崔晋芳");
    var files = tab(staff, "附件");
    choose(staff, files).setFiles(new FilePayload("讨论材料(终稿).pdf", "application/pdf", content));
    assertThat(files.locator("a[download]")).hasText("讨论材料(终稿).pdf");
    picture(staff, "staff-files");

    var download = staff.waitForDownload(() -> files.locator("a[download]").click());
    assertThat(download.suggestedFilename()).isEqualTo("讨论材料(终稿).pdf");
    assertThat(Files.readAllBytes(download.path())).isEqualTo(content);

    choose(staff, files)
        .setFiles(
            new FilePayload(
                "程序.docx", "application/msword", "MZ".getBytes(StandardCharsets.UTF_8)));
    assertThat(files.locator(".xh-failure")).containsText("“程序.docx”的内容不是 docx 文件");
    picture(staff, "staff-files-refused");

    files.getByText("删除", new Locator.GetByTextOptions().setExact(true)).click();
    files.getByText("确认删除").click();
    assertThat(files).containsText("还没有附件");
    assertThat(attachments.count(subject)).isZero();
  }

  @Test
  void aTableOfRowsCanBeCompleted() {
    var key = "changzhi-2017/excellence-plan/arts";
    papers.open(submissions.get(key));
    var liaison = tasklistOf("cuijinfang");
    openTask(liaison, "争创一流计划书");
    claim(liaison);
    var fields = liaison.locator(".fjs-repeat-row-container textarea");
    var row = List.of("创排一部现实题材小戏", "深入两个县区采风，每季度修改一稿", "宋文斌", "2017年9月底前");
    for (var cell = 0; cell < row.size(); cell++) {
      paste(fields.nth(cell), row.get(cell));
    }
    picture(liaison, "liaison-table");
    complete(liaison);
    liaison.waitForCondition(() -> submissions.get(key).state() == State.SUBMITTED);
    assertThat(submissions.versions(key).get(0).content().rows())
        .containsExactly(
            Map.of(
                "goal", row.get(0),
                "measure", row.get(1),
                "person", row.get(2),
                "time", row.get(3)));
  }

  private static FileChooser choose(Page page, Locator files) {
    return page.waitForFileChooser(() -> files.locator(".xh-drop").click());
  }
}
