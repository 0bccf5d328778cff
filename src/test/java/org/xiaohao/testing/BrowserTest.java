package org.xiaohao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * The sample on a port of its own, with its campaign and its people, in real Chromium. All browser
 * tests share one application and one browser; each person has a window of their own.
 */
@ActiveProfiles("sample")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=64",
      "xiaohao.attachment.folder=target/browser-files/${surefire.forkNumber:1}",
      // longer than a slow machine takes: who is not too fast moves the clock
      "xiaohao.answer.shortest=1m"
    })
public abstract class BrowserTest {

  private static final String PASSWORD = "xiaohao";
  private static final double PATIENCE = 40_000;

  /** Those of {@code docs/guide/pictures} are taken from here, see {@link GuidePictures}. */
  private static final Path PICTURES = Path.of("target/screenshots");

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  private static final Set<Page> WITHOUT_SCRIPTS = Collections.newSetFromMap(new WeakHashMap<>());

  private final List<BrowserContext> windows = new ArrayList<>();

  /** What pages asked of anybody but us. */
  private final Set<String> foreign = new CopyOnWriteArraySet<>();

  /** Pages that others made: the webapps have a policy of their own, Swagger styles itself. */
  private static final List<String> NOT_OURS = List.of("/camunda/", "/swagger-ui/");

  /** What the policy of a page of ours kept the browser from. */
  private final Set<String> blocked = new CopyOnWriteArraySet<>();

  @LocalServerPort private int port;

  @AfterEach
  void closeWindows() {
    windows.forEach(BrowserContext::close);
    assertThat(foreign).as("what pages load from outside").isEmpty();
    assertThat(blocked).as("what our pages do against their own policy").isEmpty();
  }

  /** A window in which that person is logged in to Tasklist. */
  protected Page tasklistOf(String person) {
    return logIn(person, "/camunda/app/tasklist/default/");
  }

  /** A window in which that person is logged in to Cockpit. */
  protected Page cockpitOf(String person) {
    return logIn(person, "/camunda/app/cockpit/default/");
  }

  /** By the form, but without drawing it: what people see there is tried by tests of its own. */
  private Page logIn(String person, String address) {
    var page = window(1366, 768);
    var server = page.context().request();
    var token = HttpPerson.token(server.get(base() + "/login").text());
    server.post(
        base() + "/login",
        RequestOptions.create()
            .setMaxRedirects(0)
            .setForm(
                FormData.create()
                    .set("username", person)
                    .set("password", PASSWORD)
                    .set("_csrf", token)));
    page.navigate(base() + address);
    page.locator("[cam-widget-header] .account").waitFor();
    return page;
  }

  /** In which browser the windows of this class open. */
  protected Browser browser() {
    return Chromium.pages();
  }

  /** Fills in the login page that the window shows. */
  protected static void logIn(Page page, String person, String password) {
    page.locator("#username").fill(person);
    page.locator("#password").fill(password);
    page.locator("#login button").click();
  }

  /** A window of that size in which nobody is logged in. */
  protected Page window(int width, int height) {
    return window(options().setViewportSize(width, height));
  }

  /** A phone whose browser runs no scripts; nobody is logged in. */
  protected Page phoneWithoutScripts() {
    var phone =
        window(
            options()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setJavaScriptEnabled(false));
    WITHOUT_SCRIPTS.add(phone);
    return phone;
  }

  private Page window(Browser.NewContextOptions options) {
    var window = browser().newContext(options);
    window.setDefaultTimeout(PATIENCE);
    window.onRequest(request -> noteForeign(request.url()));
    window.onConsoleMessage(
        message -> {
          var address = message.page().url();
          if (message.text().contains("Content Security Policy")
              && NOT_OURS.stream().noneMatch(page -> address.startsWith(base() + page))) {
            blocked.add(address + ": " + message.text());
          }
        });
    windows.add(window);
    return window.newPage();
  }

  private void noteForeign(String address) {
    if (!address.startsWith(base() + "/")
        && !address.matches("(data|blob|about|chrome|chrome-extension):.*")) {
      foreign.add(address);
    }
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setLocale("zh-CN")
        .setTimezoneId("Asia/Shanghai")
        .setAcceptDownloads(true);
  }

  /** A day as Chinese pages write it. */
  protected static String written(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Where the application runs, without a slash at the end. */
  protected String base() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Opens a task by its title; waits until it is there. A list that is drawn anew under the mouse
   * loses a click: who sits there clicks again.
   */
  protected static void openTask(Page page, String title) {
    var task =
        page.locator(".tasks-list h4.task")
            .filter(new Locator.FilterOptions().setHasText(title))
            .first();
    var card = page.locator(".task-card");
    for (var clicks = 1; ; clicks++) {
      task.click();
      try {
        card.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE / 4));
        return;
      } catch (TimeoutError lost) {
        if (clicks == 4) {
          throw lost;
        }
      }
    }
  }

  /** Opens the task that waits for the person about an item, as the links in mails do. */
  protected void openItem(Page page, String key, String title) {
    page.navigate(
        "%s/camunda/app/tasklist/default/#/?item=%s"
            .formatted(base(), URLEncoder.encode(key, StandardCharsets.UTF_8)));
    PlaywrightAssertions.assertThat(page.locator(".task-card")).containsText(title);
    page.locator(".fjs-form").waitFor();
  }

  /** Opens a tab of the task. */
  protected static Locator tab(Page page, String label) {
    page.locator(".nav-tabs")
        .getByText(label, new Locator.GetByTextOptions().setExact(true))
        .click();
    return page.locator(".tab-content");
  }

  /** Takes the task over, where it is offered to several people. */
  protected static void claim(Page page) {
    page.locator("button.claim").click();
    page.locator("button.unclaim").waitFor();
  }

  /** Presses the button that completes the task. */
  protected static void complete(Page page) {
    page.locator("button[ng-click='complete()']").click();
  }

  /** The fields of a form of that sort ({@code textfield}, {@code select}) and label. */
  protected static Locator field(Page page, String sort, String label) {
    return page.locator(".fjs-form-field-" + sort)
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  /** Fills the long text of a form. */
  protected static void write(Page page, String label, String text) {
    paste(field(page, "textarea", label).locator("textarea").first(), text);
  }

  /** Opens a select field and takes an option. */
  protected static void choose(Locator select, String option) {
    select.locator(".fjs-input-group").click();
    select
        .locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(option))
        .first()
        .click();
  }

  /** Sets a text of any length as pasting does; typing it would take minutes. */
  protected static void paste(Locator field, String text) {
    field.evaluate(
        """
        (field, text) => {
          field.focus();
          const prototype = Object.getPrototypeOf(field);
          Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
          field.dispatchEvent(new Event('input', {bubbles: true}));
          field.blur();
        }
        """,
        text);
  }

  /**
   * Takes a picture of what the person sees, for people to look at; who cannot see it must be able
   * to use it too.
   */
  protected static void picture(Page page, String name) {
    picture(page, name, false);
  }

  /** Takes a picture of all of the page, also of what one has to scroll to; see above. */
  protected static void wholePicture(Page page, String name) {
    picture(page, name, true);
  }

  private static void picture(Page page, String name, boolean whole) {
    var picture = PICTURES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(picture));
    GuidePictures.keep(picture);
    if (WITHOUT_SCRIPTS.contains(page)) {
      Accessibility.requireWithoutScripts(page, name);
    } else {
      Accessibility.require(page, name);
    }
  }
}
