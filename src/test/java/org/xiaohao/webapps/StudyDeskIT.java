package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.simulation.SimulatedTime;
import org.xiaohao.simulation.SimulatedTime.Step;
import org.xiaohao.study.Attendance.Presence;
import org.xiaohao.study.Attendances;
import org.xiaohao.study.StudyMaterials;
import org.xiaohao.study.StudySession;
import org.xiaohao.study.StudySession.State;
import org.xiaohao.study.StudySessions;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.Submissions;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** One afternoon of study, from the material to the last word, at the desks of all who act. */
class StudyDeskIT extends BrowserTest {

  private static final String RULE = "changzhi-2017/study-rule/market";

  @Autowired private StudySessions sessions;
  @Autowired private Attachments attachments;
  @Autowired private StudyMaterials materials;
  @Autowired private Attendances attendances;
  @Autowired private Submissions submissions;
  @Autowired private SimulatedTime time;

  @Test
  void anAfternoonOfStudy() {
    var liaison = tasklistOf("lianguoqing");
    // The launch goes on after the start of the server.
    liaison.locator(".tasks-list h4.task").getByText("准备学习").first().waitFor();
    var session = next("market");
    supply(session);
    liaison.reload();
    prepare(liaison, session);
    correct(liaison, session);
    while (time.now().isBefore(session.time().ends())) {
      time.advance(Step.HOUR);
    }
    record(liaison, session);
    makeUp(liaison, session);
    speak(session);
  }

  /** A paper that is handed in as a file (R33). */
  @Test
  void aStudyRuleIsUploaded() {
    var liaison = tasklistOf("lianguoqing");
    openItem(liaison, RULE, "学习制度");
    claim(liaison);
    complete(liaison);
    assertThat(liaison.locator(".page-notifications .message")).containsText("附件");
    liaison.locator(".page-notifications .close:visible").click();
    var files = tab(liaison, "附件");
    var rule = "%PDF-1.7 学习制度".getBytes(StandardCharsets.UTF_8);
    files
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("学习制度.pdf", "application/pdf", rule));
    assertThat(files.locator("a[download]")).hasText("学习制度.pdf");
    tab(liaison, "表单");
    picture(liaison, "desk-liaison-study-rule");
    complete(liaison);
    liaison.waitForCondition(() -> submissions.get(RULE).state() == Submission.State.SUBMITTED);
    assertThat(attachments.count(RULE)).isEqualTo(1);
  }

  /** The first session that the unit is still to prepare. */
  private StudySession next(String unit) {
    return sessions.ofUnit("changzhi-2017", unit).stream()
        .filter(session -> session.state() == State.PREPARING)
        .min(Comparator.comparing(session -> session.time().begins()))
        .orElseThrow();
  }

  private void supply(StudySession session) {
    var material =
        materials.ofCampaign("changzhi-2017").stream()
            .filter(one -> one.date().equals(session.time().date()))
            .filter(one -> one.seriesId().equals(session.seriesId()))
            .findFirst()
            .orElseThrow();
    var office = tasklistOf("guowei");
    openTask(office, "提供学习资料：" + material.title());
    claim(office);
    write(office, "学习资料", "八次重要讲话全文见内网“学习”栏目。");
    picture(office, "desk-office-material");
    complete(office);
    office.waitForCondition(
        () -> "八次重要讲话全文见内网“学习”栏目。".equals(materials.get(material.key()).text()));
  }

  private void prepare(Page liaison, StudySession session) {
    openTask(liaison, "准备学习：" + session.title());
    claim(liaison);
    assertThat(field(liaison, "textarea", "学习资料").locator("textarea"))
        .hasValue("八次重要讲话全文见内网“学习”栏目。");
    field(liaison, "textfield", "学习地点").locator("input").fill("二楼会议室");
    choose(field(liaison, "select", "学习方式"), "对照学");
    liaison.getByLabel("已邀请分管领导参加").check();
    choose(field(liaison, "select", "发言人").last(), "吴春霞");
    picture(liaison, "desk-liaison-prepare");
    complete(liaison);
    liaison.waitForCondition(() -> state(session) == State.READY);
    assertThat(attendances.preparation(session.key()).orElseThrow().place()).isEqualTo("二楼会议室");
  }

  /** The room is taken: until the session begins, the preparation can be opened again. */
  private void correct(Page liaison, StudySession session) {
    var hand = new HttpPerson(base()).in("lianguoqing");
    var item = "/camunda/api/xiaohao/default/item";
    assertThat(hand.get(item + "?key=" + session.key()).body()).contains("\"reopen\":true");
    var opened = hand.post(item + "/reopen", "{\"key\":\"" + session.key() + "\"}");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    liaison.reload();
    openTask(liaison, "准备学习：" + session.title());
    claim(liaison);
    var place = field(liaison, "textfield", "学习地点").locator("input");
    assertThat(place).hasValue("二楼会议室");
    place.fill("三楼会议室");
    complete(liaison);
    liaison.waitForCondition(() -> state(session) == State.READY);
    assertThat(attendances.preparation(session.key()).orElseThrow().place()).isEqualTo("三楼会议室");
  }

  private void record(Page liaison, StudySession session) {
    liaison.reload();
    openTask(liaison, "登记学习情况：" + session.title());
    claim(liaison);
    assertThat(liaison.locator(".fjs-form")).containsText("三楼会议室，鲍静主持，对照学");
    choose(field(liaison, "select", "出席情况").nth(3), "请假");
    write(liaison, "学习讨论情况", "意见集中在标准不高。");
    complete(liaison);
    assertThat(liaison.locator(".page-notifications .message")).hasText("史涛 请假，须写明事由。");
    picture(liaison, "desk-liaison-refused");
    liaison.locator(".page-notifications .close:visible").click();
    field(liaison, "textfield", "事由").nth(3).locator("input").fill("下乡检查");
    complete(liaison);
    liaison.waitForCondition(() -> state(session) == State.MAKE_UP);
    assertThat(attendances.ofSession(session.key()))
        .filteredOn(attendance -> attendance.presence() == Presence.LEAVE)
        .extracting(attendance -> attendance.personId() + " " + attendance.reason())
        .containsExactly("shitao 下乡检查");
  }

  private void makeUp(Page liaison, StudySession session) {
    liaison.reload();
    openTask(liaison, "安排补学：" + session.title());
    claim(liaison);
    assertThat(liaison.locator(".fjs-form")).containsText("未参加：史涛");
    field(liaison, "textfield", "补学方式").locator("input").fill("自学并写心得");
    picture(liaison, "desk-liaison-make-up");
    complete(liaison);
    liaison.waitForCondition(() -> state(session) == State.HELD);
  }

  private void speak(StudySession session) {
    var owed =
        submissions.ofPerson("changzhi-2017", "wuchunxia").stream()
            .filter(paper -> paper.paperId().equals("speech"))
            .toList();
    assertThat(owed).as("one speech text for the one speech").hasSize(1);
    var speaker = tasklistOf("wuchunxia");
    openTask(speaker, owed.get(0).title());
    write(speaker, "正文", "对照先进找差距。");
    picture(speaker, "desk-speaker");
    complete(speaker);
    speaker.waitForCondition(
        () -> submissions.get(owed.get(0).key()).state() == Submission.State.SUBMITTED);
  }

  private State state(StudySession session) {
    return sessions.get(session.key()).state();
  }
}
