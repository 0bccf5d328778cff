package org.xiaohao.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.Dossiers;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.ProblemEvent;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.Proposal;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.rectification.Trail;
import org.xiaohao.supervision.Urges;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/**
 * The day of a problem at the desks of all who work on it, and what the office can do beside it.
 */
class ProblemDeskIT extends BrowserTest {

  private static final String CAMPAIGN = "changzhi-2017";
  private static final String API = "/camunda/api/xiaohao/default";
  private static final String TEXT = "群众来件答复不及时，办理进度无从查询。";
  private static final LocalDate LIMIT = LocalDate.of(2017, 3, 31);
  private static final LocalDate LATER = LocalDate.of(2017, 4, 14);

  @Autowired private ProblemList problems;
  @Autowired private RectificationService service;
  @Autowired private Urges urges;
  @Autowired private Dossiers dossiers;
  @Autowired private Trail trail;
  @Autowired private AttachmentService files;
  @Autowired private ObjectMapper json;

  private String key = "";

  @Test
  void aProblemIsRegisteredExtendedRectifiedAndClosedOut() {
    var office = tasklistOf("liuguangli");
    register(office);
    var title = problem().title();

    office.reload();
    openTask(office, title);
    claim(office);
    office.getByLabel("受理，交单位整改").check();
    choose(field(office, "select", "责任单位"), "艺术科");
    choose(field(office, "select", "问题类别"), "能力不足");
    picture(office, "problem-triage");
    done(office, State.ANALYSING);

    var liaison = tasklistOf("cuijinfang");
    openTask(liaison, title);
    claim(liaison);
    write(liaison, "原因分析", "制度没有明确时限。");
    write(liaison, "整改措施", "修订办理制度。");
    choose(field(liaison, "select", "整改责任人"), "冯晓燕");
    var date = liaison.locator(".fjs-form-field-datetime .fjs-input-group input.fjs-input");
    date.fill(LIMIT.toString());
    date.press("Tab");
    picture(liaison, "problem-analyse");
    done(liaison, State.PROPOSED);

    office.reload();
    openTask(office, title);
    claim(office);
    office.getByLabel("同意", new Page.GetByLabelOptions().setExact(true)).check();
    choose(field(office, "select", "核查人"), "黄卫东");
    picture(office, "problem-confirm");
    done(office, State.RECTIFYING);

    var owner = tasklistOf("fengxiaoyan");
    openTask(owner, title);
    asksForMoreTime(owner);
    officeUrgesNamesAnotherVerifierAndGrants(title);
    ownerAnswersAndRectifies(owner, title);

    var head = tasklistOf("songwenbin");
    openTask(head, title);
    claim(head);
    head.getByLabel("整改到位，报办公室核查").check();
    picture(head, "problem-check");
    done(head, State.VERIFYING);

    var verifier = tasklistOf("helixin");
    openTask(verifier, title);
    verifier.getByLabel("核查通过，销号").check();
    write(verifier, "核查情况", "查阅台账，情况属实。");
    picture(verifier, "problem-verify");
    complete(verifier);
    verifier.waitForCondition(() -> problem().isClosedOut());
    assertThat(problem().closing().number()).startsWith(CAMPAIGN + "/X");
  }

  private void register(Page office) {
    office.getByText("发起流程").locator("visible=true").first().click();
    office.locator(".modal-dialog").getByText("问题整改").first().click();
    office.locator(".modal-dialog .fjs-form").waitFor();
    paste(office.locator(".modal-dialog textarea").first(), TEXT);
    picture(office, "problem-register");
    office
        .locator(".modal-dialog .modal-footer button")
        .filter(new Locator.FilterOptions().setHasText("发起"))
        .last()
        .click();
    assertThat(office.locator(".modal-dialog")).hasCount(0);
    office.waitForCondition(() -> found().findAny().isPresent());
    key = found().findAny().orElseThrow().key();
    assertThat(problem().origin().source()).isEqualTo(Source.SUGGESTION);
  }

  private Stream<Problem> found() {
    return problems.of(CAMPAIGN).stream().filter(one -> one.origin().text().equals(TEXT));
  }

  private void asksForMoreTime(Page owner) {
    var item = tab(owner, "事项");
    assertThat(item.locator("dl")).containsText("能力不足");
    act(item, "申请延期");
    item.locator("input[name=until]").fill(LATER.toString());
    item.locator("textarea[name=reason]").fill("等待市里统一的时限标准。");
    picture(owner, "problem-extension");
    item.getByText("确认申请延期").click();
    assertThat(item.locator("dl")).containsText("冯晓燕 申请延期到 2017年4月14日");
    assertThat(item.locator(".xh-actions")).hasCount(0);
  }

  private void officeUrgesNamesAnotherVerifierAndGrants(String title) {
    var office = tasklistOf("liuguangli");
    openTask(office, "决定是否延期：" + title);
    var item = tab(office, "事项");
    assertThat(item.locator("dl")).containsText("能力不足");
    picture(office, "problem-item-office");
    act(item, "催办");
    var dialog = office.locator(".xh-dialog");
    dialog.locator("textarea[name=text]").fill("请先答复积压的来件。");
    picture(office, "problem-urge");
    dialog.getByText("发出催办").click();
    assertThat(dialog).containsText("已发出催办：1 项。");
    dialog.getByText("知道了").click();
    assertThat(item.locator(".xh-urges")).containsText("请先答复积压的来件。");

    act(item, "更换核查人");
    item.locator("select[name=choice]:enabled").selectOption("helixin");
    item.locator("textarea[name=reason]").fill("原核查人出差。");
    picture(office, "problem-verifier");
    item.getByText("确认更换核查人").click();
    assertThat(item.locator(".xh-events").last()).containsText("和立新 原核查人出差。");

    tab(office, "表单");
    claim(office);
    office.getByLabel("同意", new Page.GetByLabelOptions().setExact(true)).check();
    picture(office, "problem-decide-extension");
    complete(office);
    office.waitForCondition(() -> problem().date().planDate().equals(LATER));
  }

  private void ownerAnswersAndRectifies(Page owner, String title) {
    owner.reload();
    openTask(owner, title);
    tab(owner, "表单");
    complete(owner);
    assertThat(owner.locator(".page-notifications .message")).containsText("还没有佐证");
    owner.locator(".page-notifications .close:visible").click();

    var item = tab(owner, "事项");
    item.getByLabel("回复催办").fill("积压来件本周内全部答复。");
    picture(owner, "problem-answer");
    item.getByText("回复", exact()).click();
    assertThat(item.locator(".xh-urges")).containsText("回复：积压来件本周内全部答复。");
    assertThat(urges.about(key).get(0).answer()).isEqualTo("积压来件本周内全部答复。");

    var files = tab(owner, "附件");
    var ledger = "%PDF-1.7 答复台账".getBytes(StandardCharsets.UTF_8);
    files
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("答复台账.pdf", "application/pdf", ledger));
    assertThat(files.locator("a[download]")).hasText("答复台账.pdf");
    tab(owner, "表单");
    fill(owner, "整改前", "没有时限，群众要多次询问。");
    fill(owner, "整改后", "制度上墙，本月全部按时答复。");
    picture(owner, "problem-rectify");
    done(owner, State.CHECKING);
    assertThat(dossiers.evidence(key))
        .singleElement()
        .satisfies(one -> assertThat(one.before()).isEqualTo("没有时限，群众要多次询问。"))
        .satisfies(one -> assertThat(one.after()).isEqualTo("制度上墙，本月全部按时答复。"))
        .satisfies(one -> assertThat(one.fileNames()).containsExactly("答复台账.pdf"));
  }

  /** By the label alone: the help of one field names the other. */
  private static void fill(Page page, String label, String text) {
    var labels = page.locator("label").filter(new Locator.FilterOptions().setHasText(label));
    paste(
        page.locator(".fjs-form-field-textarea")
            .filter(new Locator.FilterOptions().setHas(labels))
            .locator("textarea"),
        text);
  }

  @Test
  void theOfficeSplitsMergesCancelsAndReopens() throws IOException {
    key = registered("办事大厅没有指示牌;窗口没有叫号。");
    var other = registered("办事大厅标识不清。");
    var office = new HttpPerson(base()).in("helixin");
    get(office, "/me");
    assertThat(acts(get(office, "/item?key=" + key))).containsExactly("SPLIT");
    assertThat(new HttpPerson(base()).in("hanwei").get(API + "/item?key=" + key).statusCode())
        .as("staff of another unit")
        .isEqualTo(403);

    var split =
        post(
            office,
            "/office/problem/split",
            Map.of("key", key, "parts", "没有指示牌\n\n窗口没有叫号\n", "reason", "两件事"));
    assertThat(split.get("stateCode").asText()).isEqualTo("SPLIT");
    assertThat(split.get("problem").get("links")).hasSize(2);
    var part = split.get("problem").get("links").get(0).get("key").asText();

    service.accept(part, "arts", new Problem.Rating("能力不足", 2, 2), "liuguangli");
    var choices = get(office, "/office/problem/choices?act=MERGE&key=" + part);
    assertThat(choices.findValuesAsText("value")).contains(other).doesNotContain(part, key);
    var merged =
        post(
            office,
            "/office/problem/merge",
            Map.of("key", part, "choice", other, "reason", "同一件事"));
    assertThat(merged.get("stateCode").asText()).isEqualTo("MERGED");

    var cancelled = post(office, "/office/waive", Map.of("key", other, "reason", "大厅已搬迁"));
    assertThat(cancelled.get("stateCode").asText()).isEqualTo("CANCELLED");
    assertThat(acts(cancelled)).containsExactly("REOPEN");
    var reopened = post(office, "/office/problem/reopen", Map.of("key", other, "reason", "新址同样不清"));
    assertThat(reopened.get("stateCode").asText()).isEqualTo("REGISTERED");
    assertThat(reopened.get("events").findValuesAsText("why")).contains("新址同样不清");
  }

  @Test
  void whatTheOfficeCorrectsCarriesTheAddressAndWhoRaisedItSeesIt() throws IOException {
    key =
        service
            .register(
                new Registration(
                    CAMPAIGN, Source.SUGGESTION, null, "", "arts", "窗口午间无人。", null, "hanwei"))
            .key();
    service.accept(key, "arts", new Problem.Rating("能力不足", 2, 2), "liuguangli");
    var office = new HttpPerson(base()).in("helixin");
    get(office, "/me");
    var rated =
        post(
            office,
            "/office/problem/rate",
            Map.of("key", key, "choice", "不会为", "weight", 3, "urgency", 3, "reason", "群众反映多"));
    assertThat(rated.get("problem").get("kind").asText()).isEqualTo("不会为");
    assertThat(trail.events(key)).first().extracting(ProblemEvent::address).isEqualTo("system");
    assertThat(trail.events(key))
        .last()
        .extracting(ProblemEvent::address)
        .as("where the request came from")
        .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");

    var raised = new HttpPerson(base()).in("hanwei");
    assertThat(get(raised, "/item?key=" + key).get("problem").get("number").asText())
        .startsWith("P");
    assertThat(get(raised, "/items/raised").findValuesAsText("key")).contains(key);
    assertThat(get(raised, "/items").findValuesAsText("key")).doesNotContain(key);
    var gate = get(office, "/board/" + CAMPAIGN + "/gate?phase=study");
    assertThat(gate.get("problems").get("open").asInt()).isPositive();
    assertThat(gate.get("problems").get("units").findValuesAsText("name")).contains("艺术科");
  }

  @Test
  void evidenceThatWasHandedInIsTouchedByNobody() throws IOException {
    key = registered("值班记录不全。");
    service.accept(key, "arts", new Problem.Rating("能力不足", 2, 2), "liuguangli");
    service.propose(key, new Proposal("无人检查", "每周检查", "fengxiaoyan", LIMIT), "cuijinfang");
    service.confirm(key, "helixin", false, "liuguangli");
    var bytes = "%PDF-1.7 值班记录".getBytes(StandardCharsets.UTF_8);
    var file = files.add(key, "值班记录.pdf", new ByteArrayInputStream(bytes), "fengxiaoyan");
    service.submit(key, "", "", "fengxiaoyan");
    service.passCheck(key, "songwenbin");

    var verifier = new HttpPerson(base()).in("helixin");
    var shown = get(verifier, "/files?key=" + key);
    assertThat(shown.get("changeable").asBoolean()).isFalse();
    assertThat(shown.get("files").get(0).get("kept").asBoolean()).isTrue();
    assertThat(delete(verifier, file.id()).statusCode()).isEqualTo(409);

    service.failVerification(key, "看不清", "helixin");
    var owner = new HttpPerson(base()).in("fengxiaoyan");
    assertThat(get(owner, "/files?key=" + key).get("changeable").asBoolean()).isTrue();
    var refused = delete(owner, file.id());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("必须留存");
  }

  @Test
  void aFindingOfASelfCheckGoesOnTheListFromTheReport() throws IOException {
    var report = CAMPAIGN + "/self-check/arts";
    var liaison = new HttpPerson(base()).in("cuijinfang");
    assertThat(get(liaison, "/item?key=" + report).get("can").get("find").asBoolean()).isTrue();
    post(
        liaison,
        "/item/finding",
        Map.of("key", report, "source", "CHECK_ADVANCED", "text", "数字化落后于先进地区。"));
    var problem =
        problems.of(CAMPAIGN).stream()
            .filter(one -> one.origin().text().startsWith("数字化落后"))
            .findAny()
            .orElseThrow();
    assertThat(problem.unitId()).isEqualTo("arts");
    assertThat(problem.origin().source()).isEqualTo(Source.CHECK_ADVANCED);
    var item = get(liaison, "/item?key=" + problem.key());
    assertThat(item.get("problem").get("found").asText()).isEqualTo(report);
    var other = new HttpPerson(base()).in("hanwei");
    get(other, "/me");
    var foreign =
        json.writeValueAsString(Map.of("key", report, "source", "SELF_CHECK", "text", "别人的报告"));
    assertThat(other.post(API + "/item/finding", foreign))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403))
        .satisfies(answer -> assertThat(answer.body()).contains("webapps.item-not-yours"));
  }

  private static HttpResponse<String> delete(HttpPerson person, String file) {
    return person.send("DELETE", API + "/file/" + file, "", BodyPublishers.noBody());
  }

  private String registered(String text) {
    return service
        .register(
            new Registration(
                CAMPAIGN, Source.SUGGESTION, null, "", "arts", text, null, "fengxiaoyan"))
        .key();
  }

  private List<String> acts(JsonNode item) {
    return json.convertValue(item.get("problem").get("acts"), new TypeReference<>() {});
  }

  private JsonNode get(HttpPerson person, String path) throws IOException {
    return json.readTree(person.get(API + path).body());
  }

  private JsonNode post(HttpPerson person, String path, Map<String, Object> body)
      throws IOException {
    var answer = person.post(API + path, json.writeValueAsString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private static void act(Locator item, String label) {
    item.locator(".xh-actions").getByText(label, exact()).click();
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private void done(Page page, State next) {
    complete(page);
    page.waitForCondition(() -> problem().state() == next);
  }

  private Problem problem() {
    return problems.get(key);
  }
}
