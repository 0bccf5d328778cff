package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.testing.BrowserTest;

/** The way of one problem in Tasklist, from whoever registers it to the closing number. */
class ProblemBrowserIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String TEXT = "群众来件答复不及时,办理进度无从查询。";

  @Autowired private ProblemList problems;

  @Test
  void aProblemIsRegisteredRectifiedAndClosedOut() {
    var staff = tasklistOf("fengxiaoyan");
    staff.getByText("发起流程").first().click();
    staff.locator(".modal-dialog").getByText("问题整改").first().click();
    staff.locator(".modal-dialog .fjs-form").waitFor();
    paste(staff.locator(".modal-dialog textarea").first(), TEXT);
    picture(staff, "problem-register");
    staff
        .locator(".modal-dialog .modal-footer button")
        .filter(new Locator.FilterOptions().setHasText("发起"))
        .last()
        .click();
    staff.waitForCondition(() -> !problems.of(CAMPAIGN).isEmpty());
    var problem = problems.of(CAMPAIGN).get(0);
    assertThat(problem.unitId()).isEqualTo("arts");
    assertThat(problem.origin().source()).isEqualTo(Source.SUGGESTION);
    var title = problem.title();

    var office = tasklistOf("liuguangli");
    openTask(office, title);
    claim(office);
    office.getByLabel("受理，交单位整改").check();
    select(office, "问题类别", "能力不足");
    picture(office, "problem-triage");
    done(office, State.ANALYSING);

    var liaison = tasklistOf("cuijinfang");
    openTask(liaison, title);
    claim(liaison);
    paste(field(liaison, "原因分析").locator("textarea"), "制度没有明确时限。");
    paste(field(liaison, "整改措施").locator("textarea"), "修订办理制度。");
    select(liaison, "整改责任人", "冯晓燕");
    var date = liaison.locator(".fjs-form-field-datetime .fjs-input-group input.fjs-input");
    date.fill("2017-03-31");
    date.press("Tab");
    picture(liaison, "problem-analyse");
    done(liaison, State.PROPOSED);

    office.reload();
    openTask(office, title);
    claim(office);
    office.getByLabel("同意", new Page.GetByLabelOptions().setExact(true)).check();
    select(office, "核查人", "和立新");
    picture(office, "problem-confirm");
    done(office, State.RECTIFYING);

    staff.reload();
    openTask(staff, title);
    complete(staff);
    assertThat(staff.locator(".page-notifications .message").textContent()).contains("还没有佐证");
    staff.locator(".page-notifications .close:visible").click();
    paste(field(staff, "整改前").locator("textarea"), "没有时限,群众要多次询问。");
    paste(field(staff, "整改后").locator("textarea"), "制度上墙,本月全部按时答复。");
    picture(staff, "problem-rectify");
    done(staff, State.CHECKING);

    var head = tasklistOf("songwenbin");
    openTask(head, title);
    claim(head);
    head.getByLabel("整改到位，报办公室核查").check();
    picture(head, "problem-check");
    done(head, State.VERIFYING);

    var verifier = tasklistOf("helixin");
    openTask(verifier, title);
    verifier.getByLabel("核查通过，销号").check();
    paste(field(verifier, "核查情况").locator("textarea"), "查阅台账,情况属实。");
    picture(verifier, "problem-verify");
    complete(verifier);
    verifier.waitForCondition(() -> problem().isClosedOut());
    assertThat(problem().closing().number()).isEqualTo(CAMPAIGN + "/X0001");
  }

  private void done(Page page, State next) {
    complete(page);
    page.waitForCondition(() -> problem().state() == next);
  }

  private Problem problem() {
    return problems.get(CAMPAIGN + "/P0001");
  }

  private static Locator field(Page page, String label) {
    return page.locator(".fjs-form-field")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator("label").filter(new Locator.FilterOptions().setHasText(label))))
        .last();
  }

  private static void select(Page page, String label, String choice) {
    var field = field(page, label);
    field.locator(".fjs-input-group").click();
    field.locator(".fjs-dropdownlist-item").getByText(choice).first().click();
  }
}
