package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;

/** The office moves simulated time; everybody else sees it. */
class ClockBrowserIT extends BrowserTest {

  @Autowired private Clock clock;

  @Test
  void theOfficeGoesToTheNextMorning() {
    var before = clock.instant().atZone(ZoneId.of("Asia/Shanghai"));
    var office = tasklistOf("liuguangli");
    assertThat(office.locator(".xh-clock")).containsText("模拟时间 " + written(before.toLocalDate()));
    picture(office, "office-clock");
    office.getByText("到次日早晨").click();
    assertThat(office.locator(".xh-clock"))
        .containsText("模拟时间 " + written(before.toLocalDate().plusDays(1)) + " 08:0");
    assertThat(clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate())
        .isEqualTo(before.toLocalDate().plusDays(1));
    picture(office, "office-next-morning");
    var cockpit = cockpitOf("liuguangli");
    assertThat(cockpit.locator(".xh-clock")).containsText("到下一个期限");
    picture(cockpit, "office-cockpit");
  }

  @Test
  void staffSeeTheTimeOnly() {
    var staff = tasklistOf("hanwei");
    assertThat(staff.locator(".xh-clock")).containsText("模拟时间");
    assertThat(staff.locator(".xh-clock button")).hasCount(0);
    assertThat(
            staff
                .locator(".tasks-list .due-date")
                .filter(
                    new Locator.FilterOptions()
                        .setHasText(Pattern.compile("2017年\\d+月\\d+日 \\d\\d:\\d\\d")))
                .first())
        .isVisible();
    assertThat(staff.locator(".tasks-list .xh-card .xh-badge").first()).isVisible();
    picture(staff, "staff-list");
  }
}
