package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Notice.About;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What robots of group chats are told, and what they answer. */
@CampaignTest
class ChatsTest {

  /** What the robot of that path answers; {@code 0} where nothing is said. */
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** Texts that arrived, behind their path. */
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  @Autowired TestCampaign campaign;
  @Autowired Notices notices;
  @Autowired ChatRows chatRows;
  @Autowired Links links;
  @Autowired Deliveries deliveries;
  @Autowired OutboxRows rows;
  @Autowired GivenUp givenUp;
  @Autowired Campaigns campaigns;
  @Autowired Rosters rosters;
  @Autowired RuntimeService runtime;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcClient jdbc;

  private HttpServer robots;

  @BeforeEach
  void start() throws Exception {
    robots = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robots.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath().substring(1);
          var body = OutboxFixture.JSON.readTree(exchange.getRequestBody());
          heard.add(path + " " + body.at("/text/content").asText());
          var answer =
              answers
                  .getOrDefault(path, "{\"errcode\":0,\"errmsg\":\"ok\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    robots.start();
  }

  @AfterEach
  void stop() {
    robots.stop(0);
  }

  @Test
  void what_a_robot_answers_decides_whether_it_is_asked_again_and_is_shown_in_words()
      throws Exception {
    answer("wecom-fast", 45009, "api freq out of limit");
    answer("wecom-gone", 93000, "invalid webhook url");
    answer("ding-fast", 130101, "send too fast, exceed 20 times per minute");
    answer("ding-sign", 310000, "sign not match");
    answer("ding-gone", 300001, "token is not exist");
    answer("ding-new", 999999, "who knows");
    answers.put("no-robot", "<html>welcome</html>");
    launch(
        "wecom-fast", "wecom-gone", "ding-fast", "ding-sign", "ding-gone", "ding-new", "no-robot");
    notices.post(red("one"));

    send(Duration.ZERO);

    assertThat(rowsOfWebhooks())
        .extracting(row -> row.get("address"), row -> row.get("state"), row -> row.get("failure"))
        .containsExactlyInAnyOrder(
            tuple("wecom-fast", "QUEUED", "TEMPORARY"),
            tuple("wecom-gone", "FAILED", "BAD_ADDRESS"),
            tuple("ding-fast", "QUEUED", "TEMPORARY"),
            tuple("ding-sign", "FAILED", "PERMANENT"),
            tuple("ding-gone", "FAILED", "BAD_ADDRESS"),
            tuple("ding-new", "FAILED", "PERMANENT"),
            tuple("no-robot", "QUEUED", "TEMPORARY"));
    assertThat(error("wecom-fast")).isEqualTo("超出群机器人每分钟可收的条数（45009 api freq out of limit）。");
    assertThat(error("wecom-gone")).startsWith("群机器人不存在、已停用，或者密钥有误");
    assertThat(error("ding-sign")).contains("加签密钥", "310000 sign not match");
    assertThat(error("ding-new")).isEqualTo("群机器人拒收（999999 who knows）。");
    assertThat(error("no-robot")).startsWith("应答的不是群机器人");
    assertThat(incidents())
        .containsExactlyInAnyOrder(
            "WEBHOOK:wecom-gone", "WEBHOOK:ding-sign", "WEBHOOK:ding-gone", "WEBHOOK:ding-new");
  }

  @Test
  void each_robot_that_is_given_up_is_seen_by_itself() throws Exception {
    answer("one", -1, "system busy");
    answer("two", 130101, "send too fast");
    launch("one", "two");
    notices.post(red("one"));

    send(Duration.ZERO);
    assertThat(incidents()).isEmpty();
    send(Duration.ofDays(4));

    assertThat(incidents()).containsExactlyInAnyOrder("WEBHOOK:one", "WEBHOOK:two");
    deliveries.sendAllAgain(campaign.id());
    assertThat(incidents()).isEmpty();
  }

  @Test
  void a_robot_that_takes_no_more_is_not_asked_for_the_rest() throws Exception {
    answer("ding", 130101, "send too fast");
    launch("ding");
    IntStream.range(0, 3).forEach(i -> notices.post(red("n" + i)));

    send(Duration.ZERO);
    assertThat(heard).as("one refusal says all").hasSize(1);
    answers.clear();
    IntStream.range(3, 9).forEach(i -> notices.post(red("n" + i)));
    send(Duration.ofMinutes(1));
    assertThat(heard).as("as they are, in their order").hasSize(4).last().asString().contains("n2");
    send(Duration.ofMinutes(1));

    assertThat(heard)
        .as("what came up meanwhile is one message")
        .hasSize(5)
        .last()
        .asString()
        .startsWith("ding 逾期提醒6条\n“提高标准")
        .contains("\n逾期提醒（6条）：\n· n3\n", "· n8\n");
  }

  @Test
  void what_can_wait_for_the_digest_is_one_message_in_the_morning() throws Exception {
    launch("ding");
    var to = rosters.activePerson(campaign.id(), "arts.head").orElseThrow();
    var head = new Letterhead(campaigns.get(campaign.id()).plan());
    for (var i = 0; i < 200; i++) {
      var line = new Letter.Line("讨论材料 · 第" + i + "人", "期限2月28日（周二）18:00", null);
      var letter =
          head.letter(to, "已逾期：第" + i + "人", List.of("已过期限"))
              .as("overdue")
              .listing(head.section("逾期", Letter.Tone.RED, List.of(line), one -> one));
      var about = new About(campaign.key("no-such/" + i), null);
      notices.post(
          Notice.atOnce(campaign.key("late/" + i), campaign.id(), to, letter)
              .aboutAll(List.of(about))
              .whileOpen()
              .inRed(true)
              .inDigest());
    }
    notices.post(Notice.forDigest(campaign.key("ok"), campaign.id(), to, "已通过：发言材料", "已通过"));

    send(Duration.ZERO);
    assertThat(heard).isEmpty();
    campaign.advanceTo("2017-03-01T08:00");
    heard.clear();
    send(Duration.ZERO);
    assertThat(heard).as("the daily list").hasSize(1);
    send(Duration.ZERO);

    assertThat(heard).filteredOn(text -> text.contains("逾期提醒（")).hasSize(1);
    var text = heard.stream().filter(one -> one.contains("逾期提醒（")).findFirst().orElseThrow();
    assertThat(text)
        .contains("· 讨论材料 · 第0人，期限2月28日（周二）18:00\n", "……另有", "· 已通过：发言材料")
        .doesNotContain("已逾期：")
        .endsWith("/camunda/app/tasklist/default/#/");
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
    assertThat(deliveries.ofItem(campaign.key("no-such/199")))
        .as("found by each thing that it is about")
        .extracting(one -> one.channel() + " " + one.state())
        .contains("WEBHOOK MERGED", "WEBHOOK SENT");
  }

  private void answer(String robot, int code, String said) {
    answers.put(robot, "{\"errcode\":%d,\"errmsg\":\"%s\"}".formatted(code, said));
  }

  private void launch(String... ids) throws Exception {
    var yaml = new StringBuilder("\nmail:\n  webhooks:\n");
    for (var id : ids) {
      yaml.append(
          "    - { id: %s, format: %s, url: \"http://127.0.0.1:%d/%s\", tells: ALL }%n"
              .formatted(
                  id,
                  id.startsWith("ding") ? "DINGTALK" : "WECOM",
                  robots.getAddress().getPort(),
                  id));
    }
    var file = folder.resolve("campaign.yaml");
    Files.writeString(
        file, Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml")) + yaml);
    campaign.launch("2017-02-28T08:00", TestCampaign.plan(file), TestCampaign.roster());
  }

  private void send(Duration later) {
    var clock = Clock.fixed(campaign.now().plus(later), TestCampaign.ZONE);
    new Chats(chatRows, rows, campaigns, links, clock).gather();
    var carrier = new WebhookCarrier(campaigns, new MockEnvironment(), OutboxFixture.JSON, clock);
    new Outbox(rows, List.of(carrier), givenUp, transactions, clock).sendDue();
  }

  private Notice red(String subject) {
    var to = rosters.activePerson(campaign.id(), "arts.staff").orElseThrow();
    return Notice.atOnce(campaign.key("red/" + subject), campaign.id(), to, subject, "正文")
        .inRed(true);
  }

  private List<Map<String, Object>> rowsOfWebhooks() {
    return jdbc.sql(
            "select * from notification_outbox where campaign_id = ? and channel = 'WEBHOOK'")
        .param(campaign.id())
        .query()
        .listOfRows();
  }

  private String error(String robot) {
    return rowsOfWebhooks().stream()
        .filter(row -> robot.equals(row.get("address")))
        .map(row -> (String) row.get("last_error"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> incidents() {
    var supervision =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(campaign.key("supervision"))
            .singleResult();
    return runtime
        .createIncidentQuery()
        .processInstanceId(supervision.getId())
        .incidentType("undeliveredNotice")
        .list()
        .stream()
        .map(Incident::getConfiguration)
        .toList();
  }
}
