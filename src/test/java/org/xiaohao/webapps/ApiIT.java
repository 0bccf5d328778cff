package org.xiaohao.webapps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;
import org.xiaohao.testing.RosterFile;

/** Who may ask what of the plugins' endpoints; without a browser, as an intruder would. */
class ApiIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";

  private static final String ROSTER = API + "/office/roster?campaign=changzhi-2017";

  @Autowired private ObjectMapper json;
  @Autowired private Rosters rosters;
  @Autowired private IdentityService identity;

  private HttpPerson visitor;

  @BeforeEach
  void comes() {
    visitor = new HttpPerson(base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "/me",
        API + "/items",
        API + "/item?key=changzhi-2017/essay/fengxiaoyan",
        API + "/files?key=changzhi-2017/essay/fengxiaoyan",
        API + "/file/00000000-0000-0000-0000-000000000000",
        API + "/clock",
        API + "/office/schedule",
        API + "/office/items?campaign=changzhi-2017&kind=essay",
        "/camunda/api/%78iaohao/default/items",
        "/camunda/api/xiaohao/other/items"
      })
  void nobodyAsksWithoutLogin(String address) throws Exception {
    assertThat(get(address).statusCode()).isEqualTo(401);
  }

  @Test
  void anAddressWithATwistIsNoAddress() {
    assertThat(get("/camunda/api/xiaohao;a=b/default/items").statusCode()).isEqualTo(400);
  }

  @Test
  void staffSeeTheirOwnItemsOnly() throws Exception {
    logIn("fengxiaoyan");
    assertThat(get(API + "/item?key=changzhi-2017/essay/fengxiaoyan").statusCode()).isEqualTo(200);
    var foreign = get(API + "/item?key=changzhi-2017/essay/hanwei");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json.readTree(foreign.body()).get("detail").asText())
        .isEqualTo("“changzhi-2017/essay/hanwei”不是您的事项，您无权查看。");
    assertThat(get(API + "/files?key=changzhi-2017/essay/hanwei").statusCode()).isEqualTo(403);
    assertThat(get(API + "/item?key=changzhi-2017/essay/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void staffDoNoneOfTheOfficesWork() throws Exception {
    logIn("fengxiaoyan");
    var waiver = "{\"key\":\"changzhi-2017/essay/fengxiaoyan\",\"reason\":\"不想写\"}";
    assertThat(post(API + "/office/waive", waiver).statusCode()).isEqualTo(403);
    assertThat(post(API + "/clock/advance", "{\"by\":\"HOUR\"}").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "/office/waive, '{\"key\":\"changzhi-2017/session/weekly-2017-03-30/arts\",\"reason\":\"不想学\"}'",
    "/office/move-kind, '{\"campaign\":\"changzhi-2017\",\"kind\":\"essay\",\"planDate\":\"2017-05-02\",\"reason\":\"忙\"}'",
    "/office/move-phase, '{\"campaign\":\"changzhi-2017\",\"phase\":\"study\",\"starts\":\"2017-02-28\",\"ends\":\"2017-04-28\",\"reason\":\"忙\"}'"
  })
  void headsDoNoneOfTheOfficesWorkForTheirUnits(String address, String body) throws Exception {
    logIn("songwenbin");
    var refused = post(API + address, body);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(detail(refused)).isEqualTo("这项操作只能由领导小组办公室办理。");
    assertThat(read(get(API + "/office/schedule"))).isEmpty();
    assertThat(get(API + "/office/items?campaign=changzhi-2017&kind=essay").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "weekly, CANCELLED",
    "weekly.material, WAIVED",
    "cppcc-review, CANCELLED",
    "service-questionnaire, WAIVED",
    "benchmarks, WAIVED",
    "self-check, WAIVED"
  })
  void theOfficeMovesAndWaivesWhateverThePlanAsks(String kind, String waived) throws Exception {
    logIn("liuguangli");
    var key = last(itemsOf(kind)).get("key").asText();
    var move = body(Map.of("key", key, "planDate", "2017-05-10", "reason", "市里统一安排"));
    var moved = post(API + "/office/move-item", move);
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(read(moved).get("effectiveDate").asText()).isEqualTo("2017-05-10");
    assertThat(last(read(moved).get("events")).get("why").asText()).contains("市里统一安排");

    var withoutReason = post(API + "/office/waive", body(Map.of("key", key, "reason", " ")));
    assertThat(withoutReason.statusCode()).isBetween(400, 409);
    assertThat(detail(withoutReason)).contains("写明理由");
    var waive = body(Map.of("key", key, "reason", "市里统一组织"));
    var item = read(post(API + "/office/waive", waive));
    assertThat(item.get("stateCode").asText()).isEqualTo(waived);
    assertThat(item.get("can").get("waive").asBoolean()).isFalse();
    assertThat(post(API + "/office/waive", waive).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"personal-opinion", "opinion-forms", "benchmarks"})
  void theOfficeMovesAWholeKind(String kind) throws Exception {
    logIn("liuguangli");
    var move =
        Map.of("campaign", "changzhi-2017", "kind", kind, "planDate", "2017-05-12", "reason", "推迟");
    assertThat(post(API + "/office/move-kind", body(move)).statusCode()).isEqualTo(204);
    assertThat(itemsOf(kind))
        .filteredOn(item -> item.get("can").get("move").asBoolean())
        .isNotEmpty()
        .allMatch(item -> item.get("effectiveDate").asText().equals("2017-05-12"));
    assertThat(post(API + "/office/move-kind", body(with(move, "reason", ""))).statusCode())
        .isEqualTo(400);
    assertThat(post(API + "/office/move-kind", body(with(move, "kind", "nothing"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theOfficeMovesAPhaseAndAWork() throws Exception {
    logIn("liuguangli");
    var phase =
        Map.of(
            "campaign", "changzhi-2017",
            "phase", "improvement",
            "starts", "2017-05-04",
            "ends", "2017-06-03",
            "reason", "推迟");
    assertThat(post(API + "/office/move-phase", body(phase)).statusCode()).isEqualTo(204);
    var work = with(with(phase, "work", "ledgers"), "starts", "2017-05-22");
    assertThat(post(API + "/office/move-phase", body(work)).statusCode()).isEqualTo(204);

    var improvement = read(get(API + "/office/schedule")).get(0).get("phases").get(2);
    assertThat(improvement.get("dates").get("ends").asText()).isEqualTo("2017-06-03");
    assertThat(improvement.get("dates").get("endsEffective").asText())
        .as("a Saturday; the last working day before")
        .isEqualTo("2017-06-02");
    assertThat(last(improvement.get("works")).get("dates").get("starts").asText())
        .isEqualTo("2017-05-22");

    var backwards = post(API + "/office/move-phase", body(with(phase, "ends", "2017-05-01")));
    assertThat(backwards.statusCode()).isEqualTo(409);
    assertThat(detail(backwards)).isEqualTo("结束日期2017年5月1日早于开始日期2017年5月4日，请改正。");
    assertThat(post(API + "/office/move-phase", body(with(phase, "phase", "x"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theOfficeImportsTheRosterAgainAndSeesBeforeWhatChanges() throws Exception {
    logIn("liuguangli");
    var before = rosters.roster("changzhi-2017");
    var duan = before.person("duanwenbin").orElseThrow();
    var after =
        RosterFile.with(
            before,
            new Person(
                duan.id(),
                duan.name(),
                duan.unitId(),
                duan.branchId(),
                "舞美主任",
                duan.rank(),
                "duan@changzhi.example.org"));

    var shown = read(importRoster(after, true));
    assertThat(shown.get("ready").asBoolean()).isTrue();
    assertThat(shown.get("changes").get(0).get("title").asText()).isEqualTo("姓名、职务、支部、邮箱变动（1 人）");
    assertThat(shown.get("changes").get(0).get("lines").get(0).asText())
        .isEqualTo(
            "段文斌（duanwenbin）：职务 舞美技师 → 舞美主任；"
                + "邮箱 duanwenbin@changzhi.example.org → duan@changzhi.example.org");
    assertThat(rosters.person("changzhi-2017", "duanwenbin")).hasValue(duan);

    assertThat(read(importRoster(after, false)).get("changes")).isEqualTo(shown.get("changes"));
    assertThat(rosters.roster("changzhi-2017")).isEqualTo(after);
    assertThat(identity.createUserQuery().userId("duanwenbin").singleResult().getEmail())
        .isEqualTo("duan@changzhi.example.org");
    importRoster(before, false);
    assertThat(rosters.roster("changzhi-2017")).isEqualTo(before);
  }

  @Test
  void whatARosterDoesToUnitsAndPeopleIsShownInWords() throws Exception {
    logIn("liuguangli");
    var before = rosters.roster("changzhi-2017");
    var units = new ArrayList<>(before.units());
    units.add(
        new Unit("archive", 19, "市档案室", UnitKind.DIVISION, "wangzhiqiang", null, null, Set.of()));
    var wang = before.person("wangzhiqiang").orElseThrow();
    var moved =
        new Person(
            wang.id(), wang.name(), "archive", null, wang.post(), Rank.SECTION_CHIEF, wang.mail());
    var after =
        RosterFile.without(
            RosterFile.with(new Roster(units, before.branches(), before.people()), moved),
            "chenhongwei");

    var shown = read(importRoster(after, true));

    assertThat(shown.get("changes"))
        .extracting(section -> section.get("title").asText())
        .containsExactly("调出（1 人）", "换单位（1 人）", "单位新增、变动（1 个）");
    assertThat(shown.get("changes"))
        .extracting(section -> section.get("lines").get(0).asText())
        .containsExactly(
            "陈宏伟（chenhongwei），局办公室，科员",
            "王志强（wangzhiqiang）：单位 局办公室 → 市档案室；级别 干部职工 → 科级干部；" + "党支部 机关第一党支部 → 无",
            "新增 市档案室（archive）");
    assertThat(rosters.roster("changzhi-2017")).isEqualTo(before);
  }

  @Test
  void aFaultyRosterChangesNothingAndNamesEveryFault() throws Exception {
    logIn("liuguangli");
    var before = rosters.roster("changzhi-2017");
    var faulty =
        RosterFile.with(
            RosterFile.without(before, "liuguangli"),
            new Person("new", "新人", "nowhere", null, "科员", Rank.STAFF, "no address"));

    var shown = read(importRoster(faulty, true));
    assertThat(shown.get("ready").asBoolean()).isFalse();
    assertThat(shown.get("findings"))
        .extracting(finding -> finding.get("message").asText())
        .anyMatch(message -> message.contains("nowhere"))
        .anyMatch(message -> message.contains("no address"))
        .anyMatch(message -> message.contains("liuguangli"));
    var refused = importRoster(faulty, false);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(detail(refused)).contains("没有导入", "nowhere", "no address");
    var text = visitor.upload(ROSTER + "&preview=false", "名册.xlsx", "登录名".getBytes(UTF_8));
    assertThat(detail(text)).contains("这不是 Excel 工作簿");
    assertThat(detail(post(ROSTER, "{}"))).isEqualTo("请先选择文件。");
    assertThat(rosters.roster("changzhi-2017")).isEqualTo(before);
  }

  private HttpResponse<String> importRoster(Roster roster, boolean preview) {
    return visitor.upload(ROSTER + "&preview=" + preview, "名册.xlsx", RosterFile.of(roster));
  }

  @Test
  void aChangeWithoutTheTokenOfThePageIsRefused() throws Exception {
    logIn("liuguangli");
    visitor.forget("XSRF-TOKEN");
    assertThat(post(API + "/clock/advance", "{\"by\":\"HOUR\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void nonsenseIsAnsweredInWords() throws Exception {
    logIn("liuguangli");
    for (var body : new String[] {"", "{", "{\"by\":\"CENTURY\"}", "{}"}) {
      var answer = post(API + "/clock/advance", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }

  private JsonNode itemsOf(String kind) throws IOException, InterruptedException {
    return read(get(API + "/office/items?campaign=changzhi-2017&kind=" + kind));
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private String detail(HttpResponse<String> answer) throws IOException {
    return read(answer).get("detail").asText();
  }

  private String body(Map<String, String> fields) throws IOException {
    return json.writeValueAsString(fields);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var changed = new HashMap<>(fields);
    changed.put(name, value);
    return changed;
  }

  private static JsonNode last(JsonNode list) {
    return list.get(list.size() - 1);
  }

  private HttpResponse<String> get(String address) {
    return visitor.get(address);
  }

  private HttpResponse<String> post(String address, String body) {
    return visitor.post(address, body);
  }

  private void logIn(String person) {
    visitor = new HttpPerson(base()).in(person);
    get(API + "/me");
  }
}
