package org.xiaohao.webapps.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiaohao.testing.BrowserTest;

/** One login for everything, as people meet it. */
class LoginBrowserIT extends BrowserTest {

  private static final String TITLE = "讨论材料 · 韩伟";

  @Test
  void whoever_mistypes_is_told_and_comes_in_at_the_second_try() {
    var page = window(1366, 768);
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.navigate(base() + "/");
    picture(page, "login");
    logIn(page, "liuguangli", "wrong");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("登录名或口令不对，请重新输入。");
    picture(page, "login-wrong");
    logIn(page, "liuguangli", "xiaohao");
    assertThat(page.locator("h1")).hasText("刘广立，您好");
    picture(page, "start-office");
    page.locator("a.card").last().click();
    page.locator("[cam-widget-header] .account").waitFor();
    assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
  }

  @Test
  void on_a_phone_and_without_scripts() {
    var page = phoneWithoutScripts();
    page.navigate(base() + "/");
    picture(page, "login-phone");
    logIn(page, "admin", "xiaohao");
    page.waitForURL(Pattern.compile(".*/(camunda/app/.*)?$"));
    picture(page, "start-phone");
    page.navigate(base() + "/login?language=en&goodbye");
    assertThat(page.locator("h1")).hasText("Log in");
    picture(page, "login-phone-english");
  }

  @Test
  void logging_out_of_tasklist_ends_at_the_login() {
    var page = tasklistOf("hanwei");
    page.locator("[cam-widget-header] .account .dropdown-toggle").click();
    page.locator("[cam-widget-header] .account .logout a").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("您已退出。");
    page.navigate(base() + "/camunda/app/cockpit/default/");
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/consultations", "/m"})
  void logging_out_of_a_page_of_ours_ends_at_the_login(String address) {
    var page = window(1366, 768);
    page.navigate(base() + address);
    logIn(page, "liuguangli", "xiaohao");
    page.locator("form[action$='/logout'] button").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("您已退出。");
    page.navigate(base() + address);
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cockpit", "admin"})
  void logging_out_of_a_webapp_ends_at_the_login(String webapp) {
    var page = window(1366, 768);
    page.navigate(base() + "/camunda/app/" + webapp + "/default/");
    logIn(page, "admin", "xiaohao");
    page.locator("[cam-widget-header] .account .dropdown-toggle").click();
    page.locator("[cam-widget-header] .account .logout a").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("您已退出。");
    page.navigate(base() + "/camunda/app/" + webapp + "/default/");
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  /** Tasklist asks for news every few seconds, whether or not somebody sits there. */
  @Test
  void a_page_says_which_requests_nobody_caused() {
    var page = window(1366, 768);
    page.clock().install();
    page.navigate(base() + "/camunda/app/tasklist/default/");
    logIn(page, "liuguangli", "xiaohao");
    page.locator("[cam-widget-header] .account").waitFor();
    page.waitForRequest(news(false), () -> page.reload());
    page.locator(".xh-unread-count").waitFor(new Locator.WaitForOptions().setState(ATTACHED));
    page.waitForRequest(news(true), () -> page.clock().fastForward("02:00"));
    page.mouse().move(200, 200);
    page.mouse().move(260, 240);
    page.waitForRequest(
        news(false),
        () -> page.evaluate("() => { fetch('/camunda/api/xiaohao/default/notices/count'); }"));
  }

  private static Predicate<Request> news(boolean unattended) {
    return request ->
        request.url().endsWith("/notices/count")
            && request.headers().containsKey("x-xiaohao-unattended") == unattended;
  }

  @Test
  void what_was_typed_outlives_the_session() {
    var page = tasklistOf("hanwei");
    openTask(page, TITLE);
    var text = "会话过期之前写下的文字";
    var field = page.locator(".fjs-form-field-textarea textarea").last();
    paste(field, text);
    var task = page.url();
    assertThat(task).contains("task=");
    endSession(page);
    complete(page);
    page.locator("#login").waitFor();
    picture(page, "login-again");
    logIn(page, "hanwei", "xiaohao");
    page.locator(".task-card").waitFor();
    assertThat(page).hasURL(Pattern.compile(".*" + task.substring(task.indexOf("task=")) + ".*"));
    assertThat(page.locator(".fjs-form-field-textarea textarea").last()).hasValue(text);
    picture(page, "typed-text-kept");
  }

  private static void endSession(Page page) {
    var kept = page.context().cookies().stream().filter(c -> !c.name.equals("JSESSIONID")).toList();
    page.context().clearCookies();
    page.context().addCookies(new ArrayList<Cookie>(kept));
  }
}
