package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionOperations;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Undelivered.Failure;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What became of notices, in a campaign that runs. */
@CampaignTest
class DeliveriesTest {

  @Autowired TestCampaign campaign;
  @Autowired Notices notices;
  @Autowired Deliveries deliveries;
  @Autowired Bell bell;
  @Autowired Choices choices;
  @Autowired Feeds feeds;
  @Autowired OutboxRows rows;
  @Autowired GivenUp givenUp;
  @Autowired Campaigns campaigns;
  @Autowired Rosters rosters;
  @Autowired RuntimeService runtime;
  @Autowired TransactionOperations transactions;
  @Autowired JdbcClient jdbc;

  private final MovableClock clock = new MovableClock();

  @BeforeEach
  void launch() {
    campaign.launch();
    choices.choose("arts.staff", Choice.DIGEST);
  }

  @Test
  void a_mail_that_is_given_up_is_an_incident_until_it_is_sent_again() {
    notices.post(notice("one").about(campaign.key("essay/arts.staff")));
    notices.post(notice("two"));
    var refusing = new AtomicInteger(2);
    var outbox = outbox(refusing);

    outbox.sendDue();

    assertThat(deliveries.failed(campaign.id())).hasSize(2);
    assertThat(incidents())
        .as("one per address")
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getConfiguration()).isEqualTo("MAIL:arts.staff@example.org");
              assertThat(incident.getIncidentMessage()).contains("no such user");
            });

    var ids = deliveries.failed(campaign.id()).stream().map(Deliveries.Delivery::id).toList();
    assertThat(deliveries.sendAgain(campaign.id(), ids.subList(0, 1))).isOne();
    assertThat(incidents()).as("one is left").hasSize(1);
    assertThat(deliveries.sendAgain(campaign.id(), ids)).isOne();
    assertThat(incidents()).isEmpty();

    outbox.sendDue();
    assertThat(deliveries.failed(campaign.id())).isEmpty();
    assertThat(deliveries.ofItem(campaign.key("essay/arts.staff")))
        .extracting(one -> one.channel() + " " + one.state())
        .containsExactlyInAnyOrder("MAIL SENT", "BROWSER SENT");
  }

  @Test
  void a_guest_in_no_roster_gets_the_mail_again_where_it_went_before() {
    var guest = Guests.of("李代表", "li@example.org");
    notices.post(Notice.atOnce(campaign.key("guest"), campaign.id(), guest, "题目", "正文"));
    jdbc.sql("update notification_outbox set state = 'FAILED' where notice_key = ?")
        .param(campaign.key("guest"))
        .update();

    assertThat(deliveries.sendAllAgain(campaign.id())).isOne();

    assertThat(states("guest")).isEqualTo("QUEUED");
    assertThat(deliveries.page(campaign.id(), List.of("QUEUED"), Long.MAX_VALUE, 99))
        .anyMatch(one -> "li@example.org".equals(one.address()));
  }

  @Test
  void the_office_has_what_was_given_up_sent_no_more() {
    notices.post(notice("one"));
    outbox(new AtomicInteger(1)).sendDue();
    assertThat(incidents()).hasSize(1);
    var ids = deliveries.failed(campaign.id()).stream().map(Deliveries.Delivery::id).toList();

    assertThat(deliveries.drop(campaign.id(), ids)).isOne();

    assertThat(states("one")).isEqualTo("DROPPED");
    assertThat(incidents()).isEmpty();
    assertThat(deliveries.sendAgain(campaign.id(), ids)).isZero();
  }

  @Test
  void the_incident_of_a_digest_that_failed_goes_with_the_next_one() {
    notices.post(notice("digest").of("digest"));
    outbox(new AtomicInteger(1)).sendDue();
    assertThat(incidents()).hasSize(1);

    notices.supersede(campaign.id(), "digest", campaign.now().plusSeconds(1));

    assertThat(states("digest")).isEqualTo("SUPERSEDED");
    assertThat(incidents()).isEmpty();
    assertThat(deliveries.sendAllAgain(campaign.id())).as("nobody gets it any more").isZero();
  }

  @Test
  void what_is_done_or_has_another_limit_is_not_said_any_more() {
    var first = new Notice.About(campaign.key("a"), campaign.now());
    var second = new Notice.About(campaign.key("b"), campaign.now());
    notices.post(notice("both").aboutAll(List.of(first, second)).whileOpen());
    notices.post(notice("always").about(campaign.key("a")));
    assertThat(notices.unsaid(List.of(campaign.key("a"), campaign.key("c"))))
        .containsExactly(campaign.key("a"));

    notices.overtaken(campaign.id(), limits("a", null));
    assertThat(states("both")).as("one of them waits").isEqualTo("QUEUED");
    notices.overtaken(campaign.id(), limits("b", campaign.now()));
    assertThat(states("both")).as("by the same limit").isEqualTo("QUEUED");
    notices.overtaken(campaign.id(), limits("b", campaign.now().plusSeconds(60)));

    assertThat(states("both")).isEqualTo("SUPERSEDED");
    assertThat(states("always")).isEqualTo("QUEUED");
  }

  private Map<String, Instant> limits(String key, Instant limit) {
    return Collections.singletonMap(campaign.key(key), limit);
  }

  @Test
  void who_had_no_address_gets_the_mail_once_the_roster_has_one() {
    jdbc.sql("update roster_person set mail = 'zhang san' where person_id = 'library.staff'")
        .update();
    var to = rosters.activePerson(campaign.id(), "library.staff").orElseThrow();
    notices.post(Notice.atOnce(campaign.key("n"), campaign.id(), to, "题目", "正文"));
    var left = deliveries.page(campaign.id(), List.of("UNADDRESSED"), Long.MAX_VALUE, 9);
    assertThat(left).hasSize(1);
    var id = left.get(0).id();
    assertThat(deliveries.sendAgain(campaign.id(), List.of(id))).as("still none").isZero();

    jdbc.sql("update roster_person set mail = 'li@example.org' where person_id = 'library.staff'")
        .update();
    assertThat(deliveries.sendAgain(campaign.id(), List.of(id))).isOne();
    assertThat(deliveries.page(campaign.id(), List.of("QUEUED"), Long.MAX_VALUE, 99))
        .anyMatch(one -> "li@example.org".equals(one.address()));
  }

  @Test
  void the_bell_shows_everything_to_those_who_read_no_mail() {
    choices.choose("arts.staff", Choice.RED_ONLY);
    notices.post(notice("plain"));
    notices.post(notice("red").inRed(true));

    var rings = bell.latest("arts.staff", 10);
    assertThat(rings).extracting(Bell.Ring::subject).startsWith("red", "plain");
    assertThat(bell.unread("arts.staff")).isGreaterThanOrEqualTo(2);
    assertThat(states("plain")).isEqualTo("DECLINED");
    assertThat(states("red")).isEqualTo("QUEUED");

    bell.readUpTo("arts.staff", rings.get(0).id());
    assertThat(bell.unread("arts.staff")).isZero();
  }

  @Test
  void what_can_wait_waits_for_the_digest_unless_somebody_wants_it_at_once() {
    var person = rosters.activePerson(campaign.id(), "arts.staff").orElseThrow();
    notices.post(Notice.forDigest(campaign.key("held"), campaign.id(), person, "已通过", "已通过"));
    assertThat(states("held")).isEqualTo("HELD");

    choices.choose("arts.staff", Choice.AT_ONCE);
    notices.post(Notice.forDigest(campaign.key("now"), campaign.id(), person, "已通过", "已通过"));
    assertThat(states("now")).isEqualTo("QUEUED");

    campaign.advanceTo("2017-03-01T08:00");
    assertThat(states("held")).isEqualTo("MERGED");
    var digest =
        jdbc.sql("select body from notification_outbox where notice_key = ?")
            .param("digest/" + campaign.id() + "/2017-03-01/arts.staff")
            .query(String.class)
            .single();
    assertThat(digest).contains("其他消息（1条）", "已通过");
  }

  @Test
  void a_private_calendar_can_be_revoked_and_is_nowhere_written_down() {
    var owner = Feeds.Owner.person(campaign.id(), "arts.staff");
    var first = feeds.create(owner, "arts.staff");
    assertThat(first).hasSize(43);
    assertThat(feeds.find(first)).contains(owner);
    var second = feeds.create(owner, "arts.staff");
    assertThat(feeds.find(first)).as("a new address ends the old one").isEmpty();
    feeds.create(Feeds.Owner.unit(campaign.id(), "arts"), "arts.head");

    feeds.revoke(owner);

    assertThat(feeds.find(second)).isEmpty();
    assertThat(feeds.exists(owner)).isFalse();
    assertThat(feeds.exists(Feeds.Owner.unit(campaign.id(), "arts"))).isTrue();
    assertThat(jdbc.sql("select token_hash from notification_feed").query(String.class).list())
        .doesNotContain(first, second);
  }

  @Test
  void a_webhook_is_told_over_the_same_outbox(@TempDir Path folder) throws Exception {
    var answers = new ConcurrentHashMap<String, Integer>(Map.of("/one", 200, "/two", 302));
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Location", "/one");
          exchange.sendResponseHeaders(answers.get(exchange.getRequestURI().getPath()), -1);
          exchange.close();
        });
    server.start();
    try {
      var base = "http://127.0.0.1:" + server.getAddress().getPort();
      relaunch(
          folder,
          """

          mail:
            webhooks:
              - { id: one, format: GENERIC, url: "%1$s/one", tells: RED }
              - { id: two, format: GENERIC, url: "%1$s/two", tells: RED }
              - { id: three, format: GENERIC, url: "%1$s/one", secretFrom: NO_SUCH, tells: RED }
          """
              .formatted(base));
      notices.post(notice("red").inRed(true));
      notices.post(notice("plain"));

      var carrier = new WebhookCarrier(campaigns, new MockEnvironment(), OutboxFixture.JSON, clock);
      new Outbox(rows, List.of(carrier), givenUp, transactions, campaignClock()).sendDue();

      assertThat(asked).as("no redirect is followed").hasValue(2);
      assertThat(webhook("one")).containsEntry("state", "SENT");
      assertThat(webhook("two"))
          .containsEntry("state", "FAILED")
          .containsEntry("last_error", "对方拒收，请核对地址和密钥（HTTP 302）。");
      assertThat(webhook("three"))
          .containsEntry("state", "QUEUED")
          .containsEntry("last_error", "服务器上没有设置环境变量NO_SUCH。");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_webhook_is_told_once_of_what_is_said_to_many(@TempDir Path folder) throws Exception {
    relaunch(
        folder,
        """

        mail:
          webhooks:
            - { id: day, format: WECOM, url: "http://127.0.0.1:1/", tells: DAILY }
            - { id: red, format: WECOM, url: "http://127.0.0.1:1/", tells: RED }
            - { id: all, format: WECOM, url: "http://127.0.0.1:1/", tells: ALL }
        """);
    campaign.advanceTo("2017-03-02T09:00");
    assertThat(bodies("day")).hasSize(2).allMatch(body -> body.startsWith("“提高标准"));
    assertThat(bodies("red"))
        .as("what is late, to the office as a whole")
        .isNotEmpty()
        .doesNotHaveDuplicates();
    var red = bodies("red").size();
    var before = bodies("all").size();

    var head = new Letterhead(campaigns.get(campaign.id()).plan());
    notices.postAll(
        rosters.people(campaign.id()).stream()
            .map(
                to ->
                    Notice.atOnce(
                            campaign.key("late/" + to.id()),
                            campaign.id(),
                            to,
                            head.letter(to, "逾期", List.of("讨论材料")))
                        .inRed(true))
            .toList());

    assertThat(bodies("red")).hasSize(red + 1).last().asString().startsWith("讨论材料");
    assertThat(bodies("all")).hasSize(before + 1);
    assertThat(deliveries.page(campaign.id(), List.of("HELD"), Long.MAX_VALUE, 99))
        .filteredOn(one -> "red".equals(one.address()))
        .first()
        .satisfies(one -> assertThat(one.personName()).matches("某.*等\\d+人"));
  }

  private List<String> bodies(String webhook) {
    return jdbc.sql(
            "select body from notification_outbox where campaign_id = ? and address = ? order by id")
        .params(campaign.id(), webhook)
        .query(String.class)
        .list();
  }

  private Clock campaignClock() {
    return Clock.fixed(campaign.now(), TestCampaign.ZONE);
  }

  private void relaunch(Path folder, String more) throws Exception {
    var file = folder.resolve("campaign.yaml");
    var plan = Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml"));
    Files.writeString(file, plan + more);
    campaign.launch("2017-02-28T08:00", TestCampaign.plan(file), TestCampaign.roster());
  }

  private Map<String, Object> webhook(String id) {
    return jdbc.sql(
            "select state, last_error from notification_outbox"
                + " where campaign_id = ? and channel = 'WEBHOOK' and address = ?")
        .params(campaign.id(), id)
        .query()
        .singleRow();
  }

  private String states(String key) {
    return jdbc.sql("select state from notification_outbox where notice_key = ?")
        .param(campaign.key(key))
        .query(String.class)
        .single();
  }

  /** Refuses so many mails to arts.staff, then takes them. */
  private Outbox outbox(AtomicInteger refusing) {
    var carrier =
        new Carrier() {
          @Override
          public Channel channel() {
            return Channel.MAIL;
          }

          @Override
          public Run open() {
            return new Run() {
              @Override
              public void carry(OutboxRow row, Runnable last) throws Undelivered {
                last.run();
                if (row.campaignId().equals(campaign.id())
                    && row.personId().equals("arts.staff")
                    && refusing.getAndDecrement() > 0) {
                  throw new Undelivered(Failure.REJECTED, "550 no such user");
                }
              }

              @Override
              public void close() {}
            };
          }
        };
    return new Outbox(rows, List.of(carrier), givenUp, transactions, campaignClock());
  }

  private Notice notice(String key) {
    var to = rosters.activePerson(campaign.id(), "arts.staff").orElseThrow();
    return Notice.atOnce(campaign.key(key), campaign.id(), to, key, "正文");
  }

  private List<Incident> incidents() {
    return runtime.createIncidentQuery().incidentType("undeliveredNotice").list();
  }
}
