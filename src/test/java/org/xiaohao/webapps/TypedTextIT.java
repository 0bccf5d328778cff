package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xiaohao.testing.TestCampaign.TYPED;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.notification.Circular.Audience;
import org.xiaohao.notification.CircularService;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.supervision.UrgeService;
import org.xiaohao.testing.BrowserTest;

/**
 * What people type is text wherever somebody else sees it: never a link, a picture, a heading or
 * bold. Of unit law, whom no other browser test asks.
 */
class TypedTextIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String ESSAY = CAMPAIGN + "/essay/qinfang";

  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private UrgeService urges;
  @Autowired private CircularService circulars;
  @Autowired private RectificationService rectification;

  @Test
  void a_paper_its_comment_an_urge_and_a_notice() {
    new PaperHands(tasks, identity).handIn("qinfang", TYPED);
    var head = tasklistOf("niubaoguo");
    head.getByText("批量审核").click();
    head.locator(".xh-review .xh-title").first().click();
    shows(head, ".xh-reading:visible .xh-text");
    head.locator(".xh-review tbody input[type=checkbox]").first().check();
    head.locator("#xh-review-comment").fill(TYPED);
    head.getByText("全部退回（1）").click();
    assertThat(head.locator(".xh-said")).hasText("退回 1 份。");

    urges.urge(CAMPAIGN, List.of(ESSAY), TYPED, "helixin");
    circulars.send(
        CAMPAIGN,
        "typed-" + System.nanoTime(),
        Audience.STAFF,
        List.of("law"),
        TYPED,
        TYPED,
        "helixin");
    var staff = tasklistOf("qinfang");
    openItem(staff, ESSAY, "讨论材料");
    shows(staff, ".fjs-form");
    picture(staff, "typed-text-form");
    tab(staff, "事项");
    shows(staff, ".xh-item");
    picture(staff, "typed-text-item");
    staff.locator(".xh-unread-count").click();
    shows(staff, ".xh-dialog");
    picture(staff, "typed-text-notices");

    var phone = phoneWithoutScripts();
    var task = new PaperHands(tasks, identity).task("qinfang").getId();
    phone.navigate(base() + "/m/task/" + task);
    logIn(phone, "qinfang", "xiaohao");
    shows(phone, ".brief");
    shows(phone, ".version .comment");
    wholePicture(phone, "typed-text-phone");
  }

  @Test
  void a_problem() {
    var problem =
        rectification
            .register(
                new Registration(
                    CAMPAIGN, Source.SUGGESTION, null, TYPED, "law", TYPED, null, "qinfang"))
            .key();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> tasks.createTaskQuery().processInstanceBusinessKey(problem).count() == 1);
    var office = tasklistOf("liuguangli");
    openItem(office, problem, TYPED);
    shows(office, ".fjs-form h3");
    picture(office, "typed-text-problem");

    office.navigate(base() + "/camunda/app/cockpit/default/");
    office.locator(".xh-matrix button[title^='政策法规科，问题']").first().click();
    shows(office, ".xh-dialog");
    picture(office, "typed-text-board");
  }

  private static void shows(Page page, String place) {
    assertThat(page.locator(place).first()).containsText(TYPED);
    assertThat(page.locator("img[src='x'], a[href*='//e']")).hasCount(0);
    assertThat(
            page.locator("strong, b, h1")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^[bh]$"))))
        .hasCount(0);
  }
}
