package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.supervision.UrgeService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.Chromium;
import org.xiaohao.testing.TestCampaign;

/** Letters of a campaign that runs, as people see them on a desk and on a phone. */
@CampaignTest
class LetterPicturesIT {

  private static final Map<String, Integer> WIDTHS = Map.of("desk", 1000, "phone", 390);

  @Autowired TestCampaign campaign;
  @Autowired UrgeService urges;
  @Autowired Deliveries deliveries;
  @Autowired JdbcClient jdbc;

  @Test
  void letters_fit_onto_a_desk_and_onto_a_phone() {
    campaign.launch();
    campaign.advanceTo("2017-04-05T09:00");
    urges.urge(
        campaign.id(),
        List.of(campaign.key("essay/arts.staff"), campaign.key("self-check/arts")),
        "4月10日领导小组要听取汇报，请务必在此之前交齐。",
        "guowei");

    for (var kind :
        List.of("digest", "escalation", "slip", "urge", "unit-week", "office-day", "late")) {
      picture(kind);
    }
  }

  /** The longest of its kind. */
  private void picture(String kind) {
    var id =
        jdbc.sql(
                """
                select id from notification_outbox
                where campaign_id = ? and channel = 'MAIL' and notice_key like ?
                order by length(letter) desc fetch first 1 row only
                """)
            .params(campaign.id(), kind + "/%")
            .query(Long.class)
            .single();
    WIDTHS.forEach(
        (name, width) -> {
          var size = new Browser.NewPageOptions().setViewportSize(width, 800);
          try (var page = Chromium.pages().newPage(size)) {
            page.setContent(deliveries.html(campaign.id(), id));
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/letter-%s-%s.png".formatted(kind, name))));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s needs no sideways scrolling on a %s", kind, name)
                .isEqualTo(width);
          }
        });
  }
}
