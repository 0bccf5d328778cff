package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Chinese by default, English by choice, on every page and in every answer. */
class LanguageIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  @Autowired private TaskService tasks;

  /** The launch opens what is due first in the background. */
  @BeforeEach
  void everythingIsOpen() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey("changzhi-2017/essay/tianyuejin")
                        .count()
                    == 1);
  }

  @Test
  void whoeverChoosesEnglishAtTheLoginGetsTasklistInEnglishAndMayGoBack() {
    var page = english("tianyuejin", "/camunda/app/tasklist/default/");
    assertThat(page).hasTitle("Xiaohao Tasks");
    assertThat(page.locator("[cam-widget-header]")).containsText("My items");
    assertThat(page.locator("[cam-widget-header]")).containsText("Start process");
    openTask(page, "讨论材料");
    var tabs = page.locator(".nav-tabs");
    assertThat(tabs).containsText("Files");
    assertThat(tabs).containsText("Diagram");
    var item = tab(page, "Item");
    assertThat(item).containsText("What the plan asks");
    assertThat(item).containsText("to be handed in");
    picture(page, "english-tasklist");
    page.getByText("My items", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".xh-dialog")).containsText("To come, and others");
    picture(page, "english-my-items");
    page.locator(".xh-dialog header button").click();

    page.locator("[cam-widget-header] .account .dropdown-toggle").click();
    page.locator("[cam-widget-header] .account .language a").click();
    assertThat(page.locator("[cam-widget-header]")).containsText("我的事项");
    assertThat(page).hasTitle("销号 待办");
    assertThat(tab(page, "事项")).containsText("方案要求");
  }

  @Test
  void theOfficeGetsCockpitAndTheBoardInEnglish() {
    var page = english("liuguangli", "/camunda/app/cockpit/default/");
    assertThat(page.locator(".xh-board")).containsText("Each cell says done/owed");
    assertThat(page.locator("[cam-widget-header]")).containsText("Processes");
    assertThat(page.locator("[cam-widget-header]")).containsText("Board");
    picture(page, "english-board");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "welcome"})
  void theOtherWebappsSpeakIt(String app) {
    var page = english("admin", "/camunda/app/" + app + "/default/");
    assertThat(page.locator("[cam-widget-header] .account")).containsText("Log out");
    assertThat(page.locator("body")).not().containsText("退出");
    picture(page, "english-" + app);
  }

  /** Whatever the browser prefers: the choice counts. */
  @Test
  void whatIsRefusedIsRefusedInTheLanguageThatWasChosen() {
    var task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey("changzhi-2017/essay/tianyuejin")
            .singleResult()
            .getId();
    var gone = ENGINE + "/task/00000000-0000-0000-0000-000000000000/submit-form";
    var empty = "{\"variables\":{\"paper\":{\"type\":\"Json\",\"value\":\"{}\"}}}";
    var submit = ENGINE + "/task/" + task + "/submit-form";
    var chinese = new HttpPerson(base()).in("tianyuejin");
    assertThat(chinese.post(gone, "{}").body()).contains("刚刚已由他人办理");
    assertThat(chinese.post(submit, empty).body()).contains("尚未填写正文");
    assertThat(chinese.get(API + "/item?key=none", "Accept-Language", "en-GB").body())
        .contains("没有");

    var english = new HttpPerson(base()).in("tianyuejin");
    english.get("/?language=en");
    assertThat(english.post(gone, "{}").body()).contains("Somebody else has just done this task");
    assertThat(english.post(submit, empty).body()).contains("has no text yet");
    assertThat(english.get(API + "/item?key=none", "Accept-Language", "zh-CN").body())
        .doesNotContainPattern("\\p{IsHan}")
        .contains("none");
  }

  private Page english(String person, String address) {
    var page = window(1366, 768);
    page.navigate(base() + "/login");
    page.getByText("English").click();
    assertThat(page.locator("h1")).hasText("Log in");
    page.navigate(base() + address);
    assertThat(page.locator("h1")).hasText("Log in");
    logIn(page, person, "xiaohao");
    page.locator("[cam-widget-header] .account").waitFor();
    assertThat(page.evaluate("document.cookie.match(/language=(..)/)[1]")).isEqualTo("en");
    return page;
  }
}
