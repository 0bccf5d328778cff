package org.xiaohao.webapps.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.consultation.RespondentService;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.Trail;
import org.xiaohao.roster.Groups;
import org.xiaohao.simulation.SimulatedTime;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** A respondent with a phone, a liaison with a pile of paper, and those who mean no good. */
class AnswerIT extends BrowserTest {

  private static final String KEY = "changzhi-2017/consultation/opinion-forms/arts";
  private static final String MUSEUM = "changzhi-2017/consultation/opinion-forms/museum";

  @Autowired private Consultations consultations;
  @Autowired private ConsultationService service;
  @Autowired private ConsultationForms forms;
  @Autowired private RespondentService respondents;
  @Autowired private SimulatedTime time;
  @Autowired private ProblemList problems;
  @Autowired private Trail trail;
  @Autowired private IdentityService identity;

  /** The launch goes on after the start of the server. */
  @BeforeEach
  void opens() {
    var needed = List.of(KEY, MUSEUM, POLL + "arts", POLL + "library");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> needed.stream().allMatch(key -> consultations.find(key).isPresent()));
    if (consultations.get(KEY).state() == Consultation.State.PLANNED) {
      service.open(consultations.get(KEY));
    }
  }

  private String token() {
    return respondents.invite(KEY, List.of(""), "cuijinfang").get(0).token();
  }

  private int count() {
    return forms.of(KEY).size();
  }

  @Test
  void a_respondent_answers_by_phone_without_scripts_and_without_a_trace() {
    var before = count();
    var phone = phoneWithoutScripts();
    var link = base() + "/answer/" + token();
    phone.navigate(link);
    assertThat(phone.locator("h1")).containsText("艺术科");
    picture(phone, "answer-phone");
    phone.locator("#affiliation").fill("沁县文化站");
    phone.locator("#q0").fill("<script>alert(1)</script>希望多下基层演出");
    phone.locator("button").click();
    assertThat(phone.locator("[role=alert]")).containsText("再点一次");
    assertThat(phone.locator("#q0")).hasValue("<script>alert(1)</script>希望多下基层演出");
    picture(phone, "answer-phone-again");
    time.advance(SimulatedTime.Step.HOUR);
    phone.locator("button").click();
    assertThat(phone.locator("h1")).hasText("已收到，谢谢您");
    picture(phone, "answer-phone-thanks");
    assertThat(count()).isEqualTo(before + 1);
    assertThat(phone.context().cookies()).isEmpty();
    phone.navigate(link);
    assertThat(phone.locator("main")).containsText("已经答过");
    picture(phone, "answer-phone-used");
  }

  private static final String POLL = "changzhi-2017/consultation/service-questionnaire/";

  /** Opened by the office in its browser; answered without scripts on a phone. */
  @Test
  void the_public_answers_an_online_poll_by_phone() {
    for (var unit : List.of("arts", "library")) {
      if (consultations.get(POLL + unit).state() == Consultation.State.PLANNED) {
        service.open(consultations.get(POLL + unit));
      }
    }
    var before = forms.of(POLL + "library").size();
    var office = tasklistOf("liuguangli");
    office.navigate(base() + "/consultations");
    office.getByText("开启、关闭").click();
    office.locator("#until").fill("2017-04-15");
    office.locator("#open button").click();
    assertThat(office.locator("[role=status]")).containsText("正在进行，到2017年4月15日为止");
    var link = office.locator("code").textContent();
    picture(office, "poll-office");

    var phone = phoneWithoutScripts();
    phone.navigate(link + "?unit=library");
    assertThat(phone.locator("#unit")).hasValue("library");
    phone.locator("#affiliation").fill("城区读者");
    phone.locator("#q0").fill("希望周末延长开放时间" + System.nanoTime());
    picture(phone, "poll-phone");
    time.advance(SimulatedTime.Step.HOUR);
    phone.locator("button").click();
    assertThat(phone.locator("h1")).hasText("已收到，谢谢您");
    assertThat(forms.of(POLL + "library")).hasSize(before + 1);
    phone.navigate(link);
    assertThat(phone.locator("main")).containsText("您已经填写过了");
    picture(phone, "poll-phone-answered");

    var machine = "unit=library&affiliation=x&q0=spam&page=" + "x".repeat(27) + "&stamp=1-2";
    var refused = new HttpPerson(base()).form(link.replace(base(), ""), machine);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("再点一次", "spam");
    assertThat(forms.of(POLL + "library")).hasSize(before + 1);

    office.reload();
    assertThat(office.locator("main")).containsText("其中有效的计入");
    var count = link.replace(base(), "") + "/count";
    assertThat(new HttpPerson(base()).get(count).statusCode()).isEqualTo(404);
    office.getByText("公开已收到的份数").click();
    assertThat(office.locator("#count code")).hasText(link + "/count");
    assertThat(new HttpPerson(base()).get(count).body()).contains("目前已收到网络征求意见 1 份。");
    office.locator("#close button").click();
    assertThat(office.locator("[role=status]")).hasText("已关闭");
    var late = new HttpPerson(base()).get(link.replace(base(), ""));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(late.body()).contains("网络征求意见已经结束");
    assertThat(new HttpPerson(base()).get("/answer/poll/guessed").statusCode()).isEqualTo(404);
  }

  /** The office opens the page, a phone without scripts uses it, a machine does not. */
  @Test
  void the_public_suggests_something_without_an_account() {
    var office = tasklistOf("liuguangli");
    office.navigate(base() + "/consultations");
    office.getByText("公众意见建议页").click();
    office.locator("main form button").click();
    assertThat(office.locator("[role=status]")).hasText("正在接收意见建议");
    var link = office.locator("code").textContent();
    picture(office, "suggest-office");

    var phone = phoneWithoutScripts();
    phone.navigate(link + "?unit=library");
    assertThat(phone.locator("#unit")).hasValue("library");
    var text = "阅览室灯光太暗" + System.nanoTime();
    phone.locator("#text").fill(text);
    picture(phone, "suggest-phone");
    phone.locator("button").click();
    assertThat(phone.locator("[role=alert]")).containsText("再点一次");
    time.advance(SimulatedTime.Step.HOUR);
    phone.locator("button").click();
    assertThat(phone.locator("h1")).hasText("已收到，谢谢您");
    assertThat(phone.context().cookies()).isEmpty();
    var problem =
        problems.of("changzhi-2017").stream()
            .filter(one -> one.origin().text().equals(text))
            .findAny()
            .orElseThrow();
    assertThat(problem.unitId()).isEqualTo("library");
    assertThat(problem.state()).isEqualTo(Problem.State.REGISTERED);
    assertThat(problem.origin().source()).isEqualTo(ProblemFound.Source.SUGGESTION);
    assertThat(problem.origin().registeredBy()).isEmpty();
    assertThat(trail.events(problem.key()))
        .singleElement()
        .satisfies(event -> assertThat(event.address()).isNotEqualTo("system"));

    var machine = "unit=library&text=spam&website=x&stamp=1-2";
    var refused = new HttpPerson(base()).form(link.replace(base(), ""), machine);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(problems.of("changzhi-2017")).noneMatch(one -> one.origin().text().equals("spam"));
    var stranger = new HttpPerson(base()).in("cuijinfang");
    var form =
        "campaign=changzhi-2017&_csrf=" + stranger.formToken("/consultations/invite?key=" + KEY);
    stranger.form("/suggestions/close", form);
    assertThat(new HttpPerson(base()).get(link.replace(base(), "")).statusCode()).isEqualTo(200);
    office.locator("main form button").click();
    assertThat(office.locator("[role=status]")).hasText("已关闭");
    stranger.form("/suggestions/open", form);
    assertThat(new HttpPerson(base()).get(link.replace(base(), "")).statusCode()).isEqualTo(410);
    assertThat(new HttpPerson(base()).get("/answer/suggest/guessed").statusCode()).isEqualTo(404);
  }

  @Test
  void on_a_desk() {
    var page = window(1366, 768);
    page.navigate(base() + "/answer/" + token());
    picture(page, "answer-desk");
    assertThat(page.locator("textarea").first()).isVisible();
  }

  @Test
  void an_unknown_link_leads_to_nothing() {
    var answer = new HttpPerson(base()).get("/answer/aaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("没有找到这份邀请");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void what_a_machine_fills_in_does_not_count() {
    var before = count();
    var token = token();
    var stamp = stamp(token);
    assertThat(send(token, stamp, "&website=http://spam.example").statusCode()).isEqualTo(422);
    assertThat(send(token, stamp, "").statusCode()).isEqualTo(422);
    assertThat(send(token, "", "").statusCode()).isEqualTo(422);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_stored_comes_back_with_all_that_was_written() {
    var token = token();
    var stamp = stamp(token);
    time.advance(SimulatedTime.Step.HOUR);
    var tooLong = send(token, stamp, "&q1=" + "长".repeat(4001));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("超过 4000 字", "沁县");
    assertThat(send(token, stamp, "&q1=%00").statusCode()).isEqualTo(422);
    var stored = send(token, stamp, "&q0=希望增加送戏下乡的场次" + System.nanoTime());
    assertThat(stored.statusCode()).isEqualTo(302);
    assertThat(send(token, stamp, "&q0=再来一次").statusCode()).isEqualTo(410);
  }

  private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

  private String stamp(String token) {
    var page = STAMP.matcher(new HttpPerson(base()).get("/answer/" + token).body());
    assertThat(page.find()).isTrue();
    return page.group(1);
  }

  private HttpResponse<String> send(String token, String stamp, String more) {
    var affiliation = URLEncoder.encode("沁县", StandardCharsets.UTF_8);
    return new HttpPerson(base())
        .form("/answer/" + token, "affiliation=" + affiliation + "&stamp=" + stamp + more);
  }

  @Test
  void a_liaison_invites_by_links_and_codes() throws Exception {
    var page = tasklistOf("cuijinfang");
    page.navigate(base() + "/consultations");
    picture(page, "consultations");
    page.locator("tr")
        .filter(new Locator.FilterOptions().setHasText("征求意见表"))
        .getByText("邀请填写")
        .click();
    page.locator("#recipients").fill("沁县文化站\n潞城剧团");
    page.locator("#unnamed").fill("1");
    picture(page, "consultation-invite");
    page.locator("form.card button").click();
    assertThat(page.locator(".handouts li")).hasCount(3);
    picture(page, "consultation-handouts");
    var link = page.locator(".handouts code").first().textContent();
    assertThat(read(page)).isEqualTo(link);
    assertThat(new HttpPerson(base()).get(link.replace(base(), "")).statusCode()).isEqualTo(200);
  }

  /** Who has answered is known; what, is not. */
  @Test
  void who_has_not_answered_is_listed() {
    service.open(consultations.get(MUSEUM));
    var invited = respondents.invite(MUSEUM, List.of("武乡文化馆", "襄垣文化馆", ""), "libaoguo");
    var stamp = stamp(invited.get(0).token());
    time.advance(SimulatedTime.Step.HOUR);
    assertThat(send(invited.get(0).token(), stamp, "&q0=多办巡展" + System.nanoTime()).statusCode())
        .isEqualTo(302);
    var liaison = tasklistOf("libaoguo");
    liaison.navigate(base() + "/consultations/invite?key=" + MUSEUM);
    var list = liaison.locator("#invited");
    assertThat(list).containsText("写明对象的邀请共 2 份，已填写 1 份。");
    assertThat(list.locator("li")).hasText("襄垣文化馆");
    assertThat(list).containsText("不指定对象的链接共 1 个，还有 1 个没有使用。");
    assertThat(liaison.locator("#count")).hasCount(0);
    wholePicture(liaison, "consultation-invited");
  }

  @Test
  void everybody_sees_the_number_where_the_office_wants_it() {
    var count = "/answer/count?key=" + KEY;
    assertThat(new HttpPerson(base()).get(count).statusCode()).isEqualTo(404);
    var office = tasklistOf("helixin");
    office.navigate(base() + "/consultations/invite?key=" + KEY);
    office.getByText("公开已收到的份数").click();
    assertThat(office.locator("#count code")).hasText(base() + count);
    wholePicture(office, "consultation-count-switch");
    var everybody = phoneWithoutScripts();
    everybody.navigate(office.locator("#count code").textContent());
    assertThat(everybody.locator("main")).containsText("目前已收到有效意见 " + forms.valid(KEY) + " 份。");
    picture(everybody, "answer-count");
    var other = "/answer/count?key=changzhi-2017/consultation/opinion-forms/library";
    assertThat(new HttpPerson(base()).get(other).statusCode()).as("of its own").isEqualTo(404);

    var liaison = new HttpPerson(base()).in("cuijinfang");
    var desk = "/consultations/invite?key=" + KEY;
    var refused =
        liaison.form(
            "/consultations/count", "key=" + KEY + "&show=false&_csrf=" + liaison.formToken(desk));
    assertThat(refused.statusCode()).isEqualTo(403);
    office.getByText("不再公开").click();
    assertThat(office.locator("#count code")).hasCount(0);
    assertThat(new HttpPerson(base()).get(count).statusCode()).isEqualTo(404);
  }

  /** What a phone reads in the first code. */
  private static String read(Page page) throws Exception {
    var picture =
        ImageIO.read(new ByteArrayInputStream(page.locator(".handouts img").first().screenshot()));
    var width = picture.getWidth();
    var height = picture.getHeight();
    var dots = picture.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots))))
        .getText();
  }

  @Test
  void a_clerk_enters_paper_by_keyboard() {
    var before = count();
    var page = tasklistOf("cuijinfang");
    page.navigate(base() + "/consultations/enter?key=" + KEY);
    for (var number = 1; number <= 2; number++) {
      assertThat(page.locator("#affiliation")).isFocused();
      page.keyboard().type("屯留乡镇" + number);
      page.keyboard().press("Tab");
      page.keyboard().type("希望第" + number + "季度多办培训班");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#affiliation")).hasValue("");
      page.locator("[role=status]").waitFor();
    }
    picture(page, "consultation-enter");
    assertThat(count()).isEqualTo(before + 2);
  }

  @Test
  void a_workbook_is_imported_whole_or_not_at_all() throws Exception {
    var before = count();
    var page = tasklistOf("cuijinfang");
    page.navigate(base() + "/consultations/enter?key=" + KEY);
    var columns = FormColumns.of(page);
    upload(page, workbook(columns, List.of("", "只有意见没有单位", "武乡" + "长".repeat(300))));
    assertThat(page.locator("div.failure li")).hasCount(2);
    assertThat(page.locator("div.failure")).containsText("第 2 行没有填写");
    assertThat(page.locator("div.failure")).containsText("第 4 行");
    picture(page, "consultation-import-faults");
    assertThat(count()).isEqualTo(before);
    upload(page, workbook(columns, List.of("武乡一站", "武乡二站", "武乡三站")));
    assertThat(page.locator("[role=status]")).hasText("已录入 3 份。");
    assertThat(count()).isEqualTo(before + 3);
    upload(page, "no workbook".getBytes(StandardCharsets.US_ASCII));
    assertThat(page.locator("div.failure")).containsText("这不是 Excel 工作簿");
  }

  @Test
  void the_office_strikes_out_a_form_that_should_not_count_and_says_why() {
    var page = tasklistOf("cuijinfang");
    page.navigate(base() + "/consultations/enter?key=" + KEY);
    page.locator("#affiliation").fill("本局退休干部");
    page.locator("#q0").fill("一切都好，继续保持" + System.nanoTime());
    page.locator("#enter button").click();
    page.locator("[role=status]").waitFor();
    var number = count();
    assertThat(forms.of(KEY).get(number - 1).isValid()).isTrue();

    var office = tasklistOf("liuguangli");
    office.navigate(base() + "/consultations");
    office
        .locator("tr")
        .filter(new Locator.FilterOptions().setHasText("征求意见表"))
        .filter(new Locator.FilterOptions().setHasText("艺术科"))
        .getByText("查看、剔除意见表")
        .click();
    var row = office.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("本局退休干部"));
    row.locator("[name=reason]").fill("与本局有利害关系。");
    row.locator("button").click();
    assertThat(office.locator("[role=status]")).hasText("第 " + number + " 份已剔除，不再计入。");
    assertThat(row).containsText("办公室剔除");
    picture(office, "consultation-forms");
    var struck = forms.of(KEY).get(number - 1);
    assertThat(struck.isValid()).isFalse();
    assertThat(struck.reason()).isEqualTo("与本局有利害关系。");
    assertThat(struck.judgedBy()).isEqualTo("liuguangli");

    row.locator("[name=reason]").fill("核实后无此情况。");
    row.locator("button").click();
    assertThat(office.locator("[role=status]")).hasText("第 " + number + " 份已计入。");
    assertThat(forms.of(KEY).get(number - 1).isValid()).isTrue();
  }

  /** Titles of the columns as the page names its fields. */
  private static final class FormColumns {
    static List<String> of(Page page) {
      var questions =
          page.locator("#enter div > label").allTextContents().stream()
              .map(label -> label.replaceFirst("^[0-9]+\\. ", ""));
      return Stream.concat(Stream.of("来自哪里"), questions).toList();
    }
  }

  private static void upload(Page page, byte[] content) {
    page.locator("#file")
        .setInputFiles(new FilePayload("答卷.xlsx", "application/octet-stream", content));
    page.locator("#import button").click();
  }

  private static byte[] workbook(List<String> columns, List<String> affiliations) throws Exception {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet();
      var header = sheet.createRow(0);
      for (var column = 0; column < columns.size(); column++) {
        header.createCell(column).setCellValue(columns.get(column));
      }
      for (var line = 0; line < affiliations.size(); line++) {
        var row = sheet.createRow(line + 1);
        row.createCell(0).setCellValue(affiliations.get(line));
        row.createCell(1).setCellValue("希望" + affiliations.get(line) + line + "开放时间延长");
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static final String TYPED = "<b>还没写完</b>\r\n第二行";

  @ParameterizedTest
  @CsvSource({
    "cuijinfang, enter, affiliation=x&q0={}, enter, textarea",
    "cuijinfang, import, slip=1, enter, 还没有提交",
    "cuijinfang, invite, recipients={}&unnamed=7, invite, value=\"7\"",
    "liuguangli, poll/open, until=2017-04-20, poll, 2017-04-20",
    "liuguangli, poll/close, x=, poll, 还没有提交"
  })
  void what_was_typed_on_a_page_that_was_open_too_long_comes_back_after_the_login(
      String who, String form, String fields, String page, String shown) {
    var before = count();
    var about =
        form.startsWith("poll") ? "campaign=changzhi-2017&id=service-questionnaire" : "key=" + KEY;
    var typed = fields.replace("{}", URLEncoder.encode(TYPED, StandardCharsets.UTF_8));
    var person = new HttpPerson(base());
    var login = person.formOfPage("/consultations/" + form, about + "&_csrf=old&" + typed);
    assertThat(login.statusCode()).isEqualTo(403);
    assertThat(login.body()).contains("id=\"login\"", "刚才填写的内容已经保留").doesNotContain("<b>");
    var wrong =
        person.formOfPage(
            "/login", HttpPerson.hiddenFields(login) + "&username=" + who + "&password=wrong");
    assertThat(wrong.body()).contains("登录名或口令不对");
    var right =
        person.formOfPage(
            "/login", HttpPerson.hiddenFields(wrong) + "&username=" + who + "&password=xiaohao");
    var place = right.headers().firstValue("Location").orElse("").replace(base(), "");
    assertThat(place).startsWith("/consultations/" + page + "?");
    var back = person.get(place).body();
    assertThat(back).contains("还没有提交", shown);
    if (fields.contains("{}")) {
      assertThat(back).contains("&lt;b&gt;还没写完&lt;/b&gt;");
    }
    assertThat(person.get(place).body()).doesNotContain("还没有提交", "还没写完");
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void whoever_logged_in_in_another_window_meanwhile_sees_what_they_typed_at_once() {
    var person = new HttpPerson(base()).in("cuijinfang");
    var sent = person.formOfPage("/consultations/enter", "key=" + KEY + "&_csrf=old&q0=typed");
    var place = sent.headers().firstValue("Location").orElse("").replace(base(), "");
    assertThat(place).startsWith("/consultations/enter?");
    assertThat(person.get(place).body()).contains("还没有提交", ">typed</textarea>");
    var foreign =
        person.formOfPage(
            "/consultations/enter", "key=" + KEY + "&q0=x", "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    var stranger =
        new HttpPerson(base())
            .formOfPage(
                "/consultations/enter", "key=" + KEY + "&q0=x", "Sec-Fetch-Site", "cross-site");
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.body()).doesNotContain("id=\"login\"");
  }

  /** A double click, and a page whose slip nobody remembers. */
  @Test
  void what_is_sent_twice_is_done_once_and_nothing_is_lost_without_a_word() {
    var before = count();
    var clerk = new HttpPerson(base()).in("cuijinfang");
    var form = HttpPerson.hiddenFields(clerk.get("/consultations/enter?key=" + KEY));
    form = form.substring(0, form.indexOf("&key=", form.indexOf("&key=") + 1));
    var filledIn = form + "&affiliation=double&q0=click" + System.nanoTime();
    for (var click = 0; click < 2; click++) {
      assertThat(clerk.formOfPage("/consultations/enter", filledIn).statusCode()).isEqualTo(302);
    }
    assertThat(count()).isEqualTo(before + 1);
    var forgotten =
        clerk.formOfPage(
            "/consultations/enter", filledIn.replaceFirst("slip=[^&]+", "slip=forgotten"));
    assertThat(forgotten.body()).contains("没有录入的再点一次", "value=\"double\"");
    assertThat(count()).isEqualTo(before + 1);

    var invitation = HttpPerson.hiddenFields(clerk.get("/consultations/invite?key=" + KEY));
    var places =
        Stream.of(1, 2)
            .map(
                click ->
                    clerk.formOfPage("/consultations/invite", invitation + "&unnamed=2").headers())
            .map(headers -> headers.firstValue("Location").orElse("").replace(base(), ""))
            .toList();
    assertThat(places.get(0)).startsWith("/consultations/handouts").isEqualTo(places.get(1));
    var handouts = links(clerk.get(places.get(0)));
    assertThat(handouts).hasSize(2).doesNotHaveDuplicates();
    assertThat(links(clerk.get(places.get(0)))).as("loaded again").isEqualTo(handouts);
  }

  private static List<String> links(HttpResponse<String> page) {
    return LINK.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  private static final Pattern LINK = Pattern.compile("<code>([^<]+)</code>");

  @Test
  void a_role_that_somebody_loses_is_lost_at_once() {
    var clerk = new HttpPerson(base()).in("cuijinfang");
    assertThat(clerk.get("/consultations/enter?key=" + KEY).statusCode()).isEqualTo(200);
    identity.deleteMembership("cuijinfang", Groups.liaison("changzhi-2017", "arts"));
    try {
      assertThat(clerk.get("/consultations/enter?key=" + KEY).statusCode()).isEqualTo(403);
    } finally {
      identity.createMembership("cuijinfang", Groups.liaison("changzhi-2017", "arts"));
    }
  }

  @Test
  void others_do_not_invite_and_do_not_enter() {
    var stranger = new HttpPerson(base()).in("fengxiaoyan");
    assertThat(stranger.get("/consultations/invite?key=" + KEY).statusCode()).isEqualTo(403);
    assertThat(stranger.get("/consultations/enter?key=" + KEY).statusCode()).isEqualTo(403);
    assertThat(stranger.get("/consultations/enter?key=nothing").statusCode()).isEqualTo(404);
    var office = new HttpPerson(base()).in("liuguangli");
    assertThat(office.get("/consultations/invite?key=" + KEY).statusCode()).isEqualTo(200);
    assertThat(office.get("/consultations/enter?key=" + KEY).statusCode()).isEqualTo(403);
    var clerk = new HttpPerson(base()).in("cuijinfang");
    assertThat(clerk.get("/consultations/forms?key=" + KEY).statusCode()).isEqualTo(403);
    assertThat(new HttpPerson(base()).get("/consultations").statusCode()).isEqualTo(302);
  }
}
