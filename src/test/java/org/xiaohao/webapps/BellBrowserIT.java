package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.BrowserTest;

/** The bell in Tasklist, and the office's look at what left the house. */
class BellBrowserIT extends BrowserTest {

  @Autowired private Notices notices;
  @Autowired private Rosters rosters;

  @Test
  void noticesAreUnreadUntilSomebodyLooksAtThem() {
    post("cuijinfang", "材料退回，请于3月6日18:00前重报");
    var page = tasklistOf("cuijinfang");
    var count = page.locator(".xh-unread-count");
    assertThat(count).isVisible();
    page.getByText("通知", new Page.GetByTextOptions().setExact(false)).first().click();
    var first = page.locator(".xh-notice").first();
    assertThat(first).containsText("材料退回");
    first.locator("summary").click();
    assertThat(first).containsText("请补充事例。");
    assertThat(page.locator(".xh-choice")).containsText("每日汇总");
    assertThat(count).isHidden();
    picture(page, "bell");
    page.getByText("生成订阅地址").first().click();
    assertThat(page.locator(".xh-address input").first())
        .hasValue(Pattern.compile(".*/calendar/[\\w-]{43}\\.ics"));
    picture(page, "bell-calendar");
  }

  @Test
  void aLinkInAMailOpensTheTaskOfItsItem() {
    var page = tasklistOf("fengxiaoyan");
    page.navigate(
        base() + "/camunda/app/tasklist/default/#/?item=changzhi-2017%2Fessay%2Ffengxiaoyan");
    page.reload();
    assertThat(page.locator(".task-card")).containsText("讨论材料");
    assertThat(page).hasURL(Pattern.compile(".*task=[0-9a-f-]+.*"));
  }

  @Test
  void theOfficeSeesWhatLeftTheHouse() {
    post("fengxiaoyan", "会议通知：3月9日（周四）15:00 评议会");
    var page = tasklistOf("helixin");
    page.getByText("发件记录").click();
    page.locator(".xh-views button").filter(new Locator.FilterOptions().setHasText("全部")).click();
    var row =
        page.locator(".xh-dialog tbody tr")
            .filter(new Locator.FilterOptions().setHasText("评议会"))
            .first();
    assertThat(row).containsText("邮件");
    // years before the time of this computer, and days ahead of the product's
    assertThat(page.locator(".task .due-date").first()).isVisible();
    assertThat(page.locator(".due-date.xh-overdue")).hasCount(0);
    picture(page, "mailroom");
    row.locator("a").click();
    assertThat(page.frameLocator("iframe.xh-mail").locator("body")).containsText("请补充事例。");
    picture(page, "mailroom-mail");
  }

  @Test
  void theOfficeSeesWhoWasToldOfAnItem() {
    var roster = rosters.activePerson("changzhi-2017", "fengxiaoyan").orElseThrow();
    var nowhere = new Person("fengxiaoyan", "冯晓燕", null, null, "", roster.rank(), null);
    var subject = "讨论材料请补充事例后重报";
    var item = "changzhi-2017/essay/fengxiaoyan";
    notices.post(
        Notice.atOnce("bell-it/" + subject, "changzhi-2017", nowhere, subject, "请补充事例。")
            .aboutAll(List.of(new Notice.About(item, null))));
    var page = tasklistOf("helixin");
    page.getByText("活动安排", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".xh-dialog").first().getByText("讨论材料").first().click();
    page.locator(".xh-dialog")
        .last()
        .locator("tr")
        .filter(new Locator.FilterOptions().setHasText(roster.name()))
        .getByText("查看")
        .click();
    var record = page.locator(".xh-dialog").last().locator("details");
    record.getByText("通知记录").click();
    var row = record.locator("tr").filter(new Locator.FilterOptions().setHasText(subject));
    var mail = row.filter(new Locator.FilterOptions().setHasText("已请人转告"));
    assertThat(mail).containsText("邮件");
    picture(page, "item-notices");
    mail.getByText("重新发送").click();
    assertThat(row.filter(new Locator.FilterOptions().setHasText("等待发送"))).hasCount(1);
  }

  private void post(String person, String subject) {
    var to = rosters.activePerson("changzhi-2017", person).orElseThrow();
    var key = "bell-it/" + System.nanoTime();
    notices.post(Notice.atOnce(key, "changzhi-2017", to, subject, "请补充事例。"));
  }
}
