package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.BrowserTest;

/** Who may ask what of the plugins' endpoints; without a browser, as an intruder would. */
class ApiIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";

  @Autowired private ObjectMapper json;
  @Autowired private Notices notices;
  @Autowired private Rosters rosters;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String token = "";

  @ParameterizedTest
  @ValueSource(
      strings = {
        API + "/me",
        API + "/items",
        API + "/item?key=changzhi-2017/essay/fengxiaoyan",
        API + "/files?key=changzhi-2017/essay/fengxiaoyan",
        API + "/file/00000000-0000-0000-0000-000000000000",
        API + "/clock",
        API + "/notices",
        API + "/calendars",
        API + "/mailroom?campaign=changzhi-2017",
        API + "/mailroom/changzhi-2017/1",
        "/camunda/api/%78iaohao/default/items",
        "/camunda/api/xiaohao;a=b/default/items",
        "/camunda/api/xiaohao/other/items"
      })
  void nobodyAsksWithoutLogin(String address) throws Exception {
    assertThat(get(address).statusCode()).isEqualTo(401);
  }

  @Test
  void staffSeeTheirOwnItemsOnly() throws Exception {
    logIn("fengxiaoyan");
    assertThat(get(API + "/item?key=changzhi-2017/essay/fengxiaoyan").statusCode()).isEqualTo(200);
    var foreign = get(API + "/item?key=changzhi-2017/essay/hanwei");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json.readTree(foreign.body()).get("detail").asText())
        .isEqualTo("“讨论材料 · 韩伟”不是您的事项,您无权查看。");
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

  @Test
  void whatLeftTheHouseIsForTheOfficeOnly() throws Exception {
    logIn("fengxiaoyan");
    for (var address :
        new String[] {
          "/mailroom?campaign=changzhi-2017",
          "/mailroom/changzhi-2017/1",
          "/mailroom/item?key=changzhi-2017/essay/fengxiaoyan"
        }) {
      assertThat(get(API + address).statusCode()).as(address).isEqualTo(403);
    }
    var again = "{\"campaign\":\"changzhi-2017\",\"ids\":[1]}";
    assertThat(post(API + "/mailroom/again", again).statusCode()).isEqualTo(403);
    assertThat(get(API + "/mailroom/campaigns").body()).isEqualTo("[]");
  }

  @Test
  void theOfficeLooksAtAMailAsItIs() throws Exception {
    var to = rosters.activePerson("changzhi-2017", "fengxiaoyan").orElseThrow();
    var key = "api-it/" + System.nanoTime();
    notices.post(Notice.atOnce(key, "changzhi-2017", to, "看一看<b>", "正文<script>"));
    logIn("liuguangli");

    var page = json.readTree(get(API + "/mailroom?campaign=changzhi-2017&show=all").body());
    var mail = page.get("notices").get(0);
    assertThat(mail.get("subject").asText()).isEqualTo("看一看<b>");
    var shown = get(API + "/mailroom/changzhi-2017/" + mail.get("id").asText());

    assertThat(shown.body()).contains("看一看&lt;b&gt;", "正文&lt;script&gt;");
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(get(API + "/mailroom/changzhi-2017/999999999").statusCode()).isEqualTo(404);
  }

  @Test
  void aPrivateCalendarNeedsItsAddressAndNoLogin() throws Exception {
    logIn("fengxiaoyan");
    var own = "{\"campaign\":\"changzhi-2017\"}";
    var address =
        json.readTree(post(API + "/calendars/create", own).body()).get("address").asText();
    var path = URI.create(address).getPath();
    var strange = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(URI.create(base() + path)).build();

    var read = strange.send(request, BodyHandlers.ofString());
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(read.body()).startsWith("BEGIN:VCALENDAR").contains("DTSTART:", "/limit@xiaohao");

    var foreign = "{\"campaign\":\"changzhi-2017\",\"unit\":\"office\"}";
    assertThat(post(API + "/calendars/create", foreign).statusCode()).isEqualTo(403);
    assertThat(post(API + "/calendars/revoke", own).statusCode()).isEqualTo(204);
    assertThat(strange.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @Test
  void peopleChooseHowToBeTold() throws Exception {
    logIn("hanwei");
    assertThat(post(API + "/notices/choice", "{\"choice\":\"RED_ONLY\"}").statusCode())
        .isEqualTo(204);
    assertThat(json.readTree(get(API + "/notices").body()).get("choice").asText())
        .isEqualTo("RED_ONLY");
    assertThat(post(API + "/notices/choice", "{}").statusCode()).isEqualTo(400);
    assertThat(post(API + "/notices/choice", "{\"choice\":\"NEVER\"}").statusCode()).isEqualTo(400);
    assertThat(post(API + "/notices/choice", "{\"choice\":\"DIGEST\"}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void aChangeWithoutTheTokenOfThePageIsRefused() throws Exception {
    logIn("liuguangli");
    var request =
        HttpRequest.newBuilder(URI.create(base() + API + "/clock/advance"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"by\":\"HOUR\"}"))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
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

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(URI.create(base() + address)).build());
  }

  private HttpResponse<String> post(String address, String body)
      throws IOException, InterruptedException {
    return send(address, "application/json", body);
  }

  private void logIn(String person) throws IOException, InterruptedException {
    get("/camunda/app/tasklist/default/");
    var login = "/camunda/api/admin/auth/user/default/login/tasklist";
    var form = "username=" + person + "&password=xiaohao";
    assertThat(send(login, "application/x-www-form-urlencoded", form).statusCode()).isEqualTo(200);
    get(API + "/me");
  }

  private HttpResponse<String> send(String address, String type, String body)
      throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(URI.create(base() + address))
            .header("Content-Type", type)
            .header("X-XSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofString());
    answer.headers().firstValue("X-XSRF-TOKEN").ifPresent(fresh -> token = fresh);
    return answer;
  }
}
