package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.consultation.PollService;
import org.xiaohao.rectification.OpenSuggestionService;
import org.xiaohao.rectification.SuggestionPages;
import org.xiaohao.testing.BrowserTest;

/** Pages that nobody's day leads to: looked at, usable by all, and with no English left over. */
class EveryPageIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String FORMS = CAMPAIGN + "/consultation/opinion-forms/arts";
  private static final String OFFICE = "liuguangli";

  /** Two words of English beside each other. */
  private static final Pattern ENGLISH =
      Pattern.compile("\\b[A-Za-z][A-Za-z']+(?:[ \\u00a0]+[A-Za-z][A-Za-z']+)+\\b");

  /** Names. */
  private static final Set<String> NAMES = Set.of("Camunda Platform");

  /** All that a page says: what stands on it, and what it whispers. */
  private static final String WORDS =
      """
      () => [document.title, document.body.innerText,
        ...[...document.querySelectorAll('[placeholder], [title], [aria-label], img[alt]')]
          .filter(one => one.checkVisibility())
          .flatMap(one => ['placeholder', 'title', 'aria-label', 'alt'].map(name => one.getAttribute(name) ?? ''))
      ].join('\\n')
      """;

  @Autowired private IdentityService identity;
  @Autowired private Consultations consultations;
  @Autowired private ConsultationService service;
  @Autowired private PollService polls;
  @Autowired private OpenSuggestionService suggestions;
  @Autowired private SuggestionPages pages;

  /**
   * A page.
   *
   * @param address below the application
   * @param picture what its picture is called
   * @param says something that stands on it
   */
  private record Stop(String address, String picture, String says) {}

  @Test
  void whoeverComesFromOutsideIsToldWhatIsNotThere() {
    if (consultations.get(FORMS).state() == Consultation.State.PLANNED) {
      service.open(consultations.get(FORMS));
    }
    var poll = polls.open(CAMPAIGN, "service-questionnaire", LocalDate.of(2017, 12, 31), OFFICE);
    polls.close(CAMPAIGN, "service-questionnaire", OFFICE);
    suggestions.open(CAMPAIGN, OFFICE);
    suggestions.close(CAMPAIGN, OFFICE);
    var suggest = pages.of(CAMPAIGN).orElseThrow().code();
    walk(
        window(390, 844),
        new Stop("/answer/" + "a".repeat(27), "answer-unknown", "没有找到这份邀请"),
        new Stop("/answer/poll/guessed", "poll-unknown", "没有这个网络征求意见页面"),
        new Stop("/answer/poll/" + poll.code(), "poll-closed", "网络征求意见已经结束"),
        new Stop("/answer/suggest/guessed", "suggest-unknown", "没有这个页面"),
        new Stop("/answer/suggest/" + suggest, "suggest-closed", "接收已经结束"),
        new Stop("/answer/count?key=nothing", "error-404", "没有这个页面"),
        new Stop("/error", "error-500", "操作没有成功"),
        new Stop("/m/task/%00", "error-400", "浏览器发送的内容不正确"),
        new Stop("/login?away", "login-away", "暂时无法核对您的身份"));
  }

  @Test
  void whoMayNotSeeAPageIsToldSo() {
    walk(
        in("chenmin"),
        new Stop("/consultations", "consultations-none", "征求意见"),
        new Stop("/consultations/invite?key=" + FORMS, "consultation-refused", "返回首页"),
        new Stop("/suggestions", "suggest-office-refused", "不能打开"),
        new Stop("/m/item?key=changzhi-2017/essay/hanwei", "phone-refused", "不能打开"),
        new Stop("/nothing", "error-404-staff", "没有这个页面"),
        new Stop("/camunda/app/welcome/default/", "welcome", "编辑个人信息"));
  }

  @Test
  void theOfficeReadsWhatStandsBehindItsBoardInChinese() {
    walk(
        in(OFFICE),
        new Stop("/suggestions", "suggest-office-closed", "公众意见建议页"),
        new Stop("/camunda/app/cockpit/default/#/processes", "cockpit-processes", "材料报送"),
        new Stop("/camunda/app/cockpit/default/#/decisions", "cockpit-decisions", "亮灯规则"),
        new Stop("/camunda/app/cockpit/default/#/tasks", "cockpit-tasks", "您没有查看或办理这项内容的权限"));
  }

  @Test
  void nothingLeadsToWhatNobodyMayDo() {
    var office = in(OFFICE);
    office.navigate(base() + "/camunda/app/cockpit/default/#/dashboard");
    var tasks = office.locator("[cam-widget-header] a[href='#/tasks']");
    tasks.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(tasks).isHidden();
    assertThat(office.locator("[cam-widget-header] a[href='#/processes']")).isVisible();
    var administrator = in("admin");
    administrator.navigate(base() + "/camunda/app/admin/default/#/groups");
    assertThat(administrator.locator("body")).containsText("艺术科负责人");
    assertThat(administrator.locator("[cam-widget-header] a[href='#/users']")).isVisible();
    for (var shut : List.of("#/authorization", "#/tenants", "#/group-create")) {
      assertThat(administrator.locator("a[href='" + shut + "']").first()).isHidden();
    }
  }

  @Test
  void theAdministratorChangesAnAddressAndNoName() {
    var page = in("admin");
    page.navigate(base() + "/camunda/app/admin/default/#/users/chenmin?tab=profile");
    assertThat(page.locator("#inputFirstname")).hasValue("陈敏");
    assertThat(page.locator("#inputLastname")).isHidden();
    page.locator("#inputEmail").fill("chen.min@changzhi.example.org");
    page.getByText("更新个人信息").click();
    assertThat(page.locator("body")).containsText("用户信息已更新");
    var person = identity.createUserQuery().userId("chenmin").singleResult();
    assertEquals("chen.min@changzhi.example.org", person.getEmail());
    assertEquals("陈敏", person.getFirstName());
  }

  @Test
  void whoReadsEnglishIsRefusedInEnglish() {
    var phone = window(390, 844);
    phone.navigate(base() + "/login?language=en");
    for (var stop :
        List.of(
            new Stop("/answer/count?key=nothing", "error-404-english", "No such page"),
            new Stop("/error", "error-500-english", "Something went wrong"),
            new Stop("/m/task/%00", "error-400-english", "Bad request"),
            new Stop("/login?away", "login-away-english", "cannot be checked"))) {
      phone.navigate(base() + stop.address());
      assertThat(phone.locator("body")).containsText(stop.says());
      assertThat(phone.locator("html")).hasAttribute("lang", "en");
      assertThat(phone.locator("body main")).not().containsText(Pattern.compile("\\p{Script=Han}"));
      picture(phone, stop.picture());
    }
  }

  @Test
  void theAdministratorReadsChinese() {
    var page = in("admin");
    walk(
        page,
        new Stop("/camunda/app/admin/default/#/users", "admin-users", "chengmin"),
        new Stop("/camunda/app/admin/default/#/users/hanwei?tab=profile", "admin-user", "电子邮箱"),
        new Stop("/camunda/app/admin/default/#/groups", "admin-groups", "camunda-admin"),
        new Stop(
            "/camunda/app/admin/default/#/system?section=system-settings-general",
            "admin-system",
            "运行正常"),
        new Stop("/camunda/app/welcome/default/", "welcome-admin", "编辑个人信息"));
    assertThat(page.locator("body")).containsText("回到开始页面");
    assertThat(page.locator("body")).not().containsText("外部网站");
    var account = page.locator("[cam-widget-header] .account");
    assertThat(account).containsText("系统管理员");
    assertThat(account).not().containsText("Admin");
  }

  private Page in(String person) {
    var page = window(1366, 768);
    page.navigate(base() + "/m");
    logIn(page, person, "xiaohao");
    assertThat(page).hasURL(Pattern.compile(".*/m(\\?.*)?$"));
    return page;
  }

  private void walk(Page page, Stop... stops) {
    var softly = new SoftAssertions();
    for (var stop : List.of(stops)) {
      page.navigate(base() + stop.address());
      assertThat(page.locator("body")).containsText(stop.says());
      assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("zh.*"));
      picture(page, stop.picture());
      softly.assertThat(english(page)).as(stop.address()).isEmpty();
    }
    softly.assertAll();
  }

  private static Set<String> english(Page page) {
    var found = new TreeSet<String>();
    ENGLISH
        .matcher((String) page.evaluate(WORDS))
        .results()
        .map(MatchResult::group)
        .forEach(found::add);
    found.removeAll(NAMES);
    return found;
  }
}
