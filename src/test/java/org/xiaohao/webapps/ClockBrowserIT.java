package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** The office moves simulated time; everybody else sees it. */
class ClockBrowserIT extends BrowserTest {

  private static final String CLOCK = "/camunda/api/xiaohao/default/clock";

  @Autowired private Clock clock;
  @Autowired private ObjectMapper json;

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
  void theOfficeMovesTimeByCall() throws IOException {
    var before = clock.instant();
    var office = new HttpPerson(base()).in("liuguangli");
    office.get(CLOCK);

    var moved = office.post(CLOCK + "/advance", "{\"by\":\"HOUR\"}");

    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    var view = json.readTree(moved.body());
    assertThat(Instant.parse(view.path("now").asText()))
        .isBetween(before.plus(1, ChronoUnit.HOURS), clock.instant());
    assertThat(view.path("movable").asBoolean()).isTrue();
    assertThat(json.readTree(office.get(CLOCK).body()).path("now").asText())
        .isGreaterThanOrEqualTo(view.path("now").asText());
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
