package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.roster.SafetyMonthRoster;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.TestCampaign;

/**
 * An office takes over a campaign that is past: it records what was done, and closes. Beside the
 * sample, with people of its own.
 */
class LateLaunchDeskIT extends BrowserTest {

  private static final Path PLAN =
      Path.of("src/test/resources/campaigns/safety-month/campaign.yaml");
  private static final String CAMPAIGN = "safety-month-2017";

  @Autowired private Launch launch;
  @Autowired private Campaigns campaigns;
  @Autowired private Ledger ledger;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;

  @TempDir Path folder;

  @Test
  void whatIsPastIsRecordedAndTheCampaignClosed() throws IOException {
    var plan = Files.readString(PLAN).replace("2026-06-", "2017-01-").replace("2026", "2017");
    Files.writeString(folder.resolve("campaign.yaml"), plan);
    SafetyMonthRoster.write(folder);
    launch.launch(folder);
    var hands = new TaskHands(tasks, management, identity);
    var nothing = Map.<String, Object>of("kinds", TestCampaign.json("[]"));
    hands.complete("li.na", CAMPAIGN + "/phase/learn", "userTask_recordPast", nothing);
    hands.waitFor(CAMPAIGN + "/phase/act", "userTask_recordPast");

    var office = tasklistOf("li.na");
    openTask(office, "补录已过事项");
    claim(office);
    var kinds = field(office, "textfield", "类别").locator("input");
    assertThat(kinds).hasCount(3);
    assertThat(field(office, "checklist", "勾选已完成的")).hasCount(3);
    picture(office, "late-record-past");
    // of a kind that was done as a whole, nothing is left to tick
    var all = office.getByLabel("整类均已完成");
    all.nth(indexOf(kinds, "Personal safety pledge")).check();
    assertThat(field(office, "checklist", "勾选已完成的")).hasCount(2);
    office.locator("label").filter(has("Paint shop")).locator("input").check();
    picture(office, "late-record-past-ticked");
    complete(office);

    hands.waitFor(CAMPAIGN, "userTask_close");
    assertThat(ledger.states(CAMPAIGN, "safety-pledge", null)).containsOnlyKeys("ACCEPTED");
    assertThat(ledger.find(CAMPAIGN + "/hazard-list/paint").orElseThrow().done()).isTrue();
    assertThat(ledger.find(CAMPAIGN + "/hazard-list/yard").orElseThrow().done()).isFalse();

    office.reload();
    openTask(office, "结束活动");
    claim(office);
    assertThat(office.locator(".fjs-form")).containsText("Remove the hazards");
    write(office, "活动总结", "学习人人参加，隐患逐项消除。");
    picture(office, "late-close");
    complete(office);
    office.waitForCondition(() -> campaigns.get(CAMPAIGN).state() == Campaign.State.CLOSED);
  }

  private static int indexOf(Locator inputs, String value) {
    for (var i = 0; i < inputs.count(); i++) {
      if (inputs.nth(i).inputValue().equals(value)) {
        return i;
      }
    }
    throw new AssertionError("no " + value);
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
