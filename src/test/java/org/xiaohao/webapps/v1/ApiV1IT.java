package org.xiaohao.webapps.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.roster.Groups;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.Chromium;
import org.xiaohao.testing.HttpPerson;

/** The API as another program uses it. */
class ApiV1IT extends BrowserTest {

  private static final String V1 = "/api/v1";
  private static final String CAMPAIGN = V1 + "/campaigns/changzhi-2017";
  private static final String OWN = V1 + "/item?key=changzhi-2017/essay/tianyuejin";

  @Autowired private ObjectMapper json;
  @Autowired private IdentityService identity;

  private HttpPerson person(String id) {
    return new HttpPerson(base()).in(id);
  }

  private JsonNode read(String body) throws IOException {
    return json.readTree(body);
  }

  @Test
  void people_read_the_campaigns_in_which_they_take_part() throws IOException {
    var campaigns = read(person("tianyuejin").get(V1 + "/campaigns").body());
    assertThat(campaigns).hasSize(1);
    assertThat(campaigns.get(0).get("id").asText()).isEqualTo("changzhi-2017");
    assertThat(read(person("admin").get(V1 + "/campaigns").body())).isEmpty();
    assertThat(person("admin").get(CAMPAIGN).statusCode()).isEqualTo(404);
    assertThat(person("admin").get(CAMPAIGN + "/items").statusCode()).isEqualTo(404);
  }

  @Test
  void progress_is_for_those_who_steer() throws IOException {
    assertThat(person("tianyuejin").get(CAMPAIGN + "/progress").statusCode()).isEqualTo(403);
    for (var who : new String[] {"liuguangli", "yangjianping"}) {
      var progress = read(person(who).get(CAMPAIGN + "/progress").body());
      assertThat(progress.get("units")).hasSizeGreaterThan(10);
      assertThat(progress.get("phases")).isNotEmpty();
    }
  }

  @Test
  void everybody_reads_the_items_that_the_pages_show_them() throws IOException {
    for (var item :
        read(person("tianyuejin").get(CAMPAIGN + "/items?size=200").body()).get("items")) {
      assertThat(item.get("personId").asText()).isEqualTo("tianyuejin");
    }
    for (var item :
        read(person("songwenbin").get(CAMPAIGN + "/items?size=200").body()).get("items")) {
      assertThat(item.get("unitId").asText()).isEqualTo("arts");
    }
    var all = read(person("liuguangli").get(CAMPAIGN + "/items?size=1").body());
    assertThat(all.get("total").asInt()).isGreaterThan(500);
  }

  @Test
  void pages_follow_each_other_without_gap_and_overlap() throws IOException {
    var office = person("liuguangli");
    var keys = new ArrayList<String>();
    for (var page = 0; page < 3; page++) {
      var read = read(office.get(CAMPAIGN + "/items?kind=essay&size=7&page=" + page).body());
      read.get("items").forEach(item -> keys.add(item.get("key").asText()));
    }
    assertThat(keys).hasSize(21).doesNotHaveDuplicates().isSorted();
    assertThat(keys).allMatch(key -> key.startsWith("changzhi-2017/essay/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=-1",
        "size=0",
        "size=201",
        "size=x",
        "open=maybe",
        "page=99999999999",
        "size=2147483647"
      })
  void a_wrong_parameter_is_answered_in_words(String query) throws IOException {
    var answer = person("liuguangli").get(CAMPAIGN + "/items?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(read(answer.body()).get("detail").asText()).isNotBlank();
  }

  @Test
  void what_is_not_yours_is_not_told_from_what_is_not_there() throws IOException {
    var own = person("tianyuejin");
    assertThat(own.get(OWN).statusCode()).isEqualTo(200);
    assertThat(
            read(own.get(V1 + "/item/events?key=changzhi-2017/essay/tianyuejin").body()).isArray())
        .isTrue();
    assertThat(person("wanghui").get(V1 + "/files?key=changzhi-2017/essay/wanghui").body())
        .isEqualTo("[]");
    var other = person("hanwei");
    var foreign = other.get(OWN);
    var absent = other.get(V1 + "/item?key=nothing");
    assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
    assertThat(other.get(OWN.replace("/item", "/item/events")).statusCode()).isEqualTo(404);
    assertThat(other.get(OWN.replace("/item", "/files")).statusCode()).isEqualTo(404);
    assertThat(other.get(V1 + "/files/nothing").statusCode()).isEqualTo(404);
    assertThat(read(foreign.body()).get("code").asText()).isEqualTo("api.item-unknown");
  }

  @Test
  void problems_are_told_in_the_language_of_the_reader() {
    var person = person("hanwei");
    assertThat(person.get(V1 + "/item?key=x").body()).contains("没有编号为“x”的事项");
    assertThat(person.get(V1 + "/item?key=x", "Accept-Language", "en-GB").body())
        .contains("There is no item");
  }

  @Test
  void what_the_reader_has_already_is_not_sent_again() {
    var person = person("tianyuejin");
    var tag = person.get(OWN).headers().firstValue("ETag").orElse("");
    assertThat(tag).isNotEmpty();
    var again = person.get(OWN, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void the_export_holds_all_that_the_reader_sees_as_text() throws IOException {
    var export = person("liuguangli").get(CAMPAIGN + "/items.csv");
    assertThat(export.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    var total = read(person("liuguangli").get(CAMPAIGN + "/items").body()).get("total").asLong();
    assertThat(export.body().lines().count()).isEqualTo(total + 1);
    var cells = new StringWriter();
    new Csv(cells).line("=1+1", "+1", "-1", "@SUM", "\tx", "a\"b", null, "好");
    assertThat(cells.toString())
        .isEqualTo("\uFEFF\"'=1+1\",\"'+1\",\"'-1\",\"'@SUM\",\"'\tx\",\"a\"\"b\",\"\",\"好\"\r\n");
  }

  @Test
  void a_program_logs_in_with_each_request_and_leaves_no_session() {
    var program = new HttpPerson(base());
    assertThat(
            program
                .get(V1 + "/campaigns", "Authorization", basic("luzhanzhong:xiaohao"))
                .statusCode())
        .isEqualTo(200);
    assertThat(program.cookie("JSESSIONID")).isEmpty();
    var wrong = program.get(V1 + "/campaigns", "Authorization", basic("luzhanzhong:wrong"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(program.get(V1 + "/campaigns").statusCode()).isEqualTo(401);
  }

  private static String basic(String nameAndPassword) {
    var bytes = nameAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void a_role_that_somebody_loses_is_lost_at_once() {
    var person = person("tianyuejin");
    assertThat(person.get(CAMPAIGN).statusCode()).isEqualTo(200);
    identity.deleteMembership("tianyuejin", Groups.staff("changzhi-2017"));
    try {
      assertThat(person.get(CAMPAIGN).statusCode()).isEqualTo(404);
    } finally {
      identity.createMembership("tianyuejin", Groups.staff("changzhi-2017"));
    }
  }

  /** Whatever is wrong, and wherever it is found out. */
  @ParameterizedTest
  @CsvSource({
    "401, GET,  /campaigns, '', 0",
    "401, GET,  /campaigns, luzhanzhong:wrong, 0",
    "404, GET,  /nothing, luzhanzhong:xiaohao, 0",
    "404, GET,  /campaigns/changzhi-2017/nothing, luzhanzhong:xiaohao, 0",
    "404, GET,  /campaigns/nothing, luzhanzhong:xiaohao, 0",
    "400, GET,  /item, luzhanzhong:xiaohao, 0",
    "400, GET,  //campaigns, luzhanzhong:xiaohao, 0",
    "405, POST, /campaigns, luzhanzhong:xiaohao, 10",
    "405, DELETE, /campaigns/changzhi-2017, luzhanzhong:xiaohao, 0",
    "411, POST, /campaigns, luzhanzhong:xiaohao, -1",
    "413, POST, /campaigns, luzhanzhong:xiaohao, 3000000"
  })
  void problems_are_problem_details(int status, String method, String path, String who, int length)
      throws Exception {
    for (var language : new String[] {"zh-CN", "en"}) {
      var body =
          length < 0
              ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5]))
              : BodyPublishers.ofByteArray(new byte[length]);
      var request =
          HttpRequest.newBuilder(URI.create(base() + V1 + path))
              .method(method, body)
              .header("Accept-Language", language);
      if (!who.isEmpty()) {
        request.header("Authorization", basic(who));
      }
      var answer =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertProblem(answer, status);
      var detail = read(answer.body()).get("detail").asText();
      assertThat(detail.matches(".*\\p{IsHan}.*")).as(detail).isEqualTo(language.equals("zh-CN"));
    }
  }

  private void assertProblem(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = read(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("code").asText()).startsWith("api.");
  }

  @Test
  void a_format_that_there_is_not_is_a_problem_too() throws IOException {
    assertProblem(person("tianyuejin").get(V1 + "/campaigns", "Accept", "application/xml"), 406);
    assertProblem(person("tianyuejin").form(V1 + "/campaigns", "x=y"), 403);
  }

  @Test
  void a_program_that_guesses_is_no_longer_heard() throws IOException {
    var program = new HttpPerson(base());
    for (var guess = 0; guess < 5; guess++) {
      var wrong = basic("guessing-program:" + guess);
      assertProblem(program.get(V1 + "/campaigns", "Authorization", wrong), 401);
    }
    var answer = program.get(V1 + "/campaigns", "Authorization", basic("guessing-program:5"));
    assertProblem(answer, 429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(840L, 900L);
    assertThat(read(answer.body()).get("detail").asText()).contains("15 分钟");
  }

  @Test
  void the_plugins_own_api_says_in_words_what_is_malformed() throws IOException {
    var answer =
        person("liuguangli")
            .get("/camunda/api/xiaohao/default/mailroom?campaign=changzhi-2017&before=x");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(read(answer.body()).get("detail").asText()).isNotBlank();
    var nothing = person("liuguangli").get("/camunda/api/xiaohao/default/nothing");
    assertProblem(nothing, 404);
  }

  @Test
  void exports_are_filtered_as_lists_are() throws IOException {
    var office = person("liuguangli");
    var essays = office.get(CAMPAIGN + "/items.csv?kind=essay&unit=arts").body().lines().toList();
    var total = read(office.get(CAMPAIGN + "/items?kind=essay&unit=arts").body()).get("total");
    assertThat(essays).hasSize(total.asInt() + 1);
    assertThat(essays.stream().skip(1)).allMatch(line -> line.contains("/essay/"));
    assertThat(office.get(CAMPAIGN + "/items.csv?open=maybe").statusCode()).isEqualTo(400);
    var problems = office.get(CAMPAIGN + "/problems.csv").body().lines().skip(1).toList();
    assertThat(problems)
        .hasSize(read(office.get(CAMPAIGN + "/problems").body()).get("total").asInt());
    assertThat(person("admin").get(CAMPAIGN + "/problems.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void the_document_tells_of_this_api_and_nothing_else() throws IOException {
    assertThat(new HttpPerson(base()).get(V1 + "/openapi").statusCode()).isEqualTo(401);
    var document = read(person("tianyuejin").get(V1 + "/openapi").body());
    document.get("paths").fieldNames().forEachRemaining(path -> assertThat(path).startsWith(V1));
    assertThat(document.get("paths")).hasSizeGreaterThan(7);
    assertThat(document.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
    assertThat(document.get("paths"))
        .allSatisfy(
            path ->
                assertThat(path.at("/get/responses/4XX/content/application~1problem+json"))
                    .isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void the_document_is_written_in_the_language_of_the_reader(String language) throws IOException {
    var chinese = language.equals("zh-CN");
    var person = person("tianyuejin");
    var document = read(person.get(V1 + "/openapi", "Accept-Language", language).body());
    var words = new ArrayList<String>();
    words.add(document.at("/info/title").asText());
    words.add(document.at("/info/description").asText());
    words.add(document.at("/components/schemas/Problem/properties/detail/description").asText());
    for (var path : document.get("paths")) {
      for (var operation : path) {
        words.add(operation.path("summary").asText());
        operation.path("tags").forEach(tag -> words.add(tag.asText()));
        operation.path("parameters").forEach(one -> words.add(one.path("description").asText()));
        operation.path("responses").forEach(one -> words.add(one.path("description").asText()));
      }
    }
    assertThat(words)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            word -> {
              assertThat(word).isNotBlank().doesNotStartWith("v1.");
              assertThat(word.matches(".*\\p{IsHan}.*")).as(word).isEqualTo(chinese);
            });
    var chosen = new HttpPerson(base());
    chosen.get("/login?language=" + (chinese ? "zh" : "en"));
    assertThat(read(chosen.in("tianyuejin").get(V1 + "/openapi").body()).at("/info/title"))
        .isEqualTo(document.at("/info/title"));
  }

  @Test
  void no_browser_sends_a_password_by_itself() {
    for (var address : new String[] {V1 + "/campaigns", "/camunda/api/xiaohao/default/me", "/m"}) {
      var answer = new HttpPerson(base()).get(address, "Authorization", basic("nobody:wrong"));
      assertThat(answer.headers().firstValue("WWW-Authenticate")).as(address).isEmpty();
    }
    var sent = new ArrayList<String>();
    try (var window = Chromium.pages().newContext()) {
      var page = window.newPage();
      page.onRequest(request -> sent.add(String.valueOf(request.headerValue("Authorization"))));
      var named = base().replace("://", "://luzhanzhong:xiaohao@") + V1 + "/campaigns";
      for (var time = 0; time < 2; time++) {
        var answer = page.navigate(named);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headerValue("WWW-Authenticate")).isNull();
      }
    }
    assertThat(sent).isNotEmpty().containsOnly("null");
  }

  @Test
  void a_page_of_another_site_may_not_send_a_password_either() throws Exception {
    var asked =
        HttpRequest.newBuilder(URI.create(base() + V1 + "/campaigns"))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", "https://elsewhere.example.org")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization")
            .build();
    var answer = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().map().keySet())
        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void a_session_is_not_spared_its_token_by_a_password() {
    var person = person("tianyuejin");
    var answer =
        person.formOfPage(V1 + "/campaigns", "x=y", "Authorization", basic("tianyuejin:whatever"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void it_can_be_tried_on_a_page_that_loads_nothing_from_elsewhere() {
    var page = tasklistOf("liuguangli");
    var elsewhere = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base()) && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    page.navigate(base() + "/api-docs");
    page.locator(".opblock").first().waitFor();
    picture(page, "api-docs");
    assertThat(elsewhere).isEmpty();
  }
}
