package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.notification.Feeds;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** Who may ask what about notices and calendars; without a browser, as an intruder would. */
class NoticeApiIT extends BrowserTest {

  private static final String API = "/camunda/api/xiaohao/default";

  @Autowired private ObjectMapper json;
  @Autowired private Notices notices;
  @Autowired private Rosters rosters;
  @Autowired private Feeds feeds;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notices",
        "/notices/count",
        "/calendars",
        "/item-task?key=changzhi-2017/essay/fengxiaoyan",
        "/mailroom?campaign=changzhi-2017",
        "/mailroom/changzhi-2017/1"
      })
  void nobodyAsksWithoutLogin(String address) {
    assertThat(new HttpPerson(base()).get(API + address).statusCode()).isEqualTo(401);
  }

  @Test
  void whatLeftTheHouseIsForTheOfficeOnly() throws Exception {
    var staff = new HttpPerson(base()).in("fengxiaoyan");
    for (var address :
        new String[] {
          "/mailroom?campaign=changzhi-2017",
          "/mailroom/changzhi-2017/1",
          "/mailroom/item?key=changzhi-2017/essay/fengxiaoyan"
        }) {
      assertThat(staff.get(API + address).statusCode()).as(address).isEqualTo(403);
    }
    var again = "{\"campaign\":\"changzhi-2017\",\"ids\":[1]}";
    assertThat(staff.post(API + "/mailroom/again", again).statusCode()).isEqualTo(403);
    assertThat(staff.get(API + "/mailroom/campaigns").body()).isEqualTo("[]");
  }

  @Test
  void theOfficeLooksAtAMailAsItIs() throws Exception {
    var to = rosters.activePerson("changzhi-2017", "fengxiaoyan").orElseThrow();
    var key = "api-it/" + System.nanoTime();
    notices.post(Notice.atOnce(key, "changzhi-2017", to, "看一看<b>" + key, "正文<script>"));
    var office = new HttpPerson(base()).in("liuguangli");

    var page = read(office.get(API + "/mailroom?campaign=changzhi-2017&show=all"));
    var mail = page.get("notices").get(0);
    assertThat(mail.get("subject").asText()).isEqualTo("看一看<b>" + key);
    var shown = read(office.get(API + "/mailroom/changzhi-2017/" + mail.get("id").asText()));

    assertThat(shown.get("html").asText()).contains("看一看&lt;b&gt;", "正文&lt;script&gt;");
    assertThat(office.get(API + "/mailroom/changzhi-2017/999999999").statusCode()).isEqualTo(404);
  }

  @Test
  void theOfficeSeesWhatWasSaidAboutAnItemAndHasItSentNoMore() throws Exception {
    var roster = rosters.activePerson("changzhi-2017", "fengxiaoyan").orElseThrow();
    var nowhere = new Person("fengxiaoyan", "某人", null, null, "", roster.rank(), null);
    var item = "changzhi-2017/essay/fengxiaoyan";
    var key = "api-it/" + System.nanoTime();
    notices.post(
        Notice.atOnce(key, "changzhi-2017", nowhere, key, "正文")
            .aboutAll(List.of(new Notice.About(item, null))));
    var office = new HttpPerson(base()).in("liuguangli");

    var mail = ofItem(office, item, key);
    assertThat(mail.get("result").asText()).isEqualTo("没有可用的邮箱，已请人转告");
    assertThat(mail.get("again").asBoolean()).isTrue();
    jdbc.sql("update notification_outbox set failure = ?, last_error = ? where notice_key = ?")
        .params("REJECTED", "550 5.1.1 User unknown", key)
        .update();
    assertThat(ofItem(office, item, key).get("error").asText())
        .isEqualTo("对方邮件服务器上没有这个邮箱，或者不让寄给它（550 5.1.1 User unknown）");
    var wanted = "{\"campaign\":\"changzhi-2017\",\"ids\":[%s]}".formatted(mail.get("id").asText());
    assertThat(new HttpPerson(base()).in("fengxiaoyan").post(API + "/mailroom/drop", wanted))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(read(office.post(API + "/mailroom/drop", wanted)).get("dropped").asInt()).isOne();

    assertThat(ofItem(office, item, key).get("result").asText()).isEqualTo("不再发送");
    assertThat(office.post(API + "/mailroom/drop", "{\"campaign\":\"changzhi-2017\"}").statusCode())
        .isEqualTo(400);
  }

  /** The mail with that subject, as the office finds it by its item. */
  private JsonNode ofItem(HttpPerson office, String item, String subject) throws Exception {
    for (var one : read(office.get(API + "/mailroom/item?key=" + item))) {
      if (one.get("subject").asText().equals(subject) && one.get("channel").asText().equals("邮件")) {
        return one;
      }
    }
    throw new AssertionError("no notice " + subject);
  }

  @Test
  void aPrivateCalendarNeedsItsAddressAndNoLogin() throws Exception {
    var staff = new HttpPerson(base()).in("fengxiaoyan");
    var own = "{\"campaign\":\"changzhi-2017\"}";
    var created = read(staff.post(API + "/calendars/create", own));
    var path = URI.create(created.get("address").asText()).getPath();
    var stranger = new HttpPerson(base());

    var feed = stranger.get(path);
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(feed.body().replace("\r\n ", ""))
        .startsWith("BEGIN:VCALENDAR")
        .contains("DTSTART:", "/limit@xiaohao");

    var foreign = "{\"campaign\":\"changzhi-2017\",\"unit\":\"office\"}";
    assertThat(staff.post(API + "/calendars/create", foreign).statusCode()).isEqualTo(403);
    assertThat(staff.post(API + "/calendars/revoke", own).statusCode()).isEqualTo(204);
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/calendar/guess.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void aUnitHasACalendarOfItsOwnAndWhoeverHasLeftAnEmptyOne() throws Exception {
    var head = new HttpPerson(base()).in("songwenbin");
    var own = "{\"campaign\":\"changzhi-2017\",\"unit\":\"arts\"}";
    var created = read(head.post(API + "/calendars/create", own));
    var unit = new HttpPerson(base()).get(URI.create(created.get("address").asText()).getPath());
    assertThat(unit.statusCode()).isEqualTo(200);
    assertThat(unit.body().replace("\r\n ", ""))
        .contains("BEGIN:VEVENT", "/arts/limit@xiaohao", "session/weekly-")
        .doesNotContain("essay/");
    assertThat(head.post(API + "/calendars/revoke", own).statusCode()).isEqualTo(204);

    var left = feeds.create(Feeds.Owner.person("changzhi-2017", "who.has.left"), "who.has.left");
    assertThat(new HttpPerson(base()).get("/calendar/" + left + ".ics").body())
        .startsWith("BEGIN:VCALENDAR")
        .doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void peopleChooseHowToBeTold() throws Exception {
    var person = new HttpPerson(base()).in("hanwei");
    assertThat(choose(person, "{\"choice\":\"RED_ONLY\"}")).isEqualTo(204);
    assertThat(read(person.get(API + "/notices")).get("choice").asText()).isEqualTo("RED_ONLY");
    assertThat(choose(person, "{}")).isEqualTo(400);
    assertThat(choose(person, "{\"choice\":\"NEVER\"}")).isEqualTo(400);
    assertThat(choose(person, "{\"choice\":\"DIGEST\"}")).isEqualTo(204);
  }

  private static int choose(HttpPerson person, String choice) {
    return person.post(API + "/notices/choice", choice).statusCode();
  }

  private JsonNode read(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }
}
