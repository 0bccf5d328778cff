package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Letters.TemplateBroken;
import org.xiaohao.notification.Templates.Broken;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Rosters;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class NoticesTest {

  @Autowired TestCampaign campaign;
  @Autowired Notices notices;
  @Autowired Campaigns campaigns;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  @Autowired Deliveries deliveries;
  @Autowired OutboxRows outboxRows;
  @Autowired OutboxItems items;
  @Autowired OutboxSeries series;
  @Autowired Choices choices;
  @Autowired Relays relays;
  @Autowired WebhookDrafts webhooks;
  @Autowired GivenUp givenUp;
  @Autowired Rosters rosters;
  @Autowired Languages languages;
  @Autowired Clock clock;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void says_whether_it_is_new() {
    var notice = notice("arts.staff", "arts", "staff@example.org");

    assertThat(notices.post(notice)).isTrue();
    assertThat(notices.post(notice)).isFalse();
    assertThat(rows()).hasSize(1).first().extracting("state").isEqualTo("QUEUED");
  }

  @Test
  void tells_the_liaison_once_of_somebody_without_an_address() {
    var notice = notice("arts.staff", "arts", null);

    notices.post(notice);
    notices.post(notice);

    assertThat(rows())
        .extracting(row -> row.get("person_id") + " " + row.get("state"))
        .containsExactly("arts.staff UNADDRESSED", "arts.liaison QUEUED");
    assertThat((String) rows().get(1).get("subject")).isEqualTo("【请转告某人】题目");
    assertThat((String) rows().get(1).get("body")).contains("某arts.liaison同志", "正文");
  }

  @Test
  void tells_the_office_of_a_liaison_or_a_leader_without_an_address() {
    notices.post(notice("arts.liaison", "arts", "no address"));
    notices.post(notice("luzhanzhong", null, ""));

    assertThat(rows())
        .extracting(row -> row.get("person_id") + " " + row.get("state"))
        .containsExactly(
            "arts.liaison UNADDRESSED",
            "liuguangli QUEUED",
            "luzhanzhong UNADDRESSED",
            "liuguangli QUEUED");
  }

  @Test
  void the_office_is_told_once_of_a_template_that_is_broken() {
    var broken = new Broken("digest.html", "line 3");

    events.publishEvent(new TemplateBroken(campaign.id(), broken));
    events.publishEvent(new TemplateBroken(campaign.id(), broken));

    assertThat(rows())
        .extracting(row -> row.get("person_id"))
        .contains("liuguangli", "helixin")
        .doesNotHaveDuplicates();
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.get("subject")).isEqualTo("邮件模板有误，已改用内置模板：digest.html");
              assertThat((String) row.get("body")).contains("原因：line 3", "无须重启");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"layout.txt", "notice.txt"})
  void what_is_said_is_said_while_the_templates_of_the_office_are_broken(
      String file, @TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve(file), "[# th:each=\"line : ${nothing.like.that}\"]");
    var reports = new AtomicReference<TemplateReports>();
    var letters =
        new Letters(
            OutboxFixture.settings(folder),
            OutboxFixture.JSON,
            event -> reports.get().on((TemplateBroken) event),
            languages);
    var broken =
        new Notices(outboxRows, items, series, letters, choices, relays, webhooks, givenUp, clock);
    reports.set(new TemplateReports(broken, campaigns, rosters));
    var to = rosters.activePerson(campaign.id(), "arts.staff").orElseThrow();
    var letter =
        new Letterhead(campaigns.get(campaign.id()).plan()).letter(to, "题目", List.of("正文"));

    broken.post(Notice.atOnce("test/" + campaign.id(), campaign.id(), to, letter));

    assertThat(rows())
        .extracting(row -> row.get("person_id"))
        .contains("arts.staff", "liuguangli", "helixin")
        .doesNotHaveDuplicates();
    assertThat(rows())
        .filteredOn(row -> row.get("person_id").equals("arts.staff"))
        .singleElement()
        .satisfies(row -> assertThat((String) row.get("body")).contains("某arts.staff同志", "正文"));
  }

  @Test
  void what_is_passed_on_and_said_to_deputies_is_as_the_original() {
    var head = new Letterhead(campaigns.get(campaign.id()).plan());
    var to = new Person("arts.staff", "某人", "arts", null, "科员", Rank.STAFF, null);
    var line = new Letter.Line("讨论材料", "期限3月30日", "http://127.0.0.1/task");
    var letter =
        head.letter(to, "题目", List.of("正文"))
            .as("digest")
            .listing(head.section("已逾期", Letter.Tone.RED, List.of(line), one -> one));
    notices.post(
        Notice.atOnce("test/" + campaign.id(), campaign.id(), to, letter)
            .about("item/1")
            .inRed(true)
            .of("digest"));

    var passedOn = rows().get(1);
    assertThat(passedOn)
        .containsEntry("person_id", "arts.liaison")
        .containsEntry("series", "digest")
        .containsEntry("item_key", "item/1")
        .containsEntry("red", true);
    assertThat((String) passedOn.get("body"))
        .startsWith("某arts.liaison同志：")
        .contains("名册中没有某人同志可用的邮箱", "正文", "期限3月30日");
    assertThat((String) passedOn.get("letter")).contains("\"template\":\"digest\"");

    notices.supersede(campaign.id(), "digest", clock.instant().plusSeconds(1));
    assertThat(rows())
        .as("none of a series is left")
        .extracting("state")
        .containsOnly("SUPERSEDED");
  }

  @Test
  void a_notice_is_found_by_each_thing_that_it_is_about() {
    var about =
        List.of(
            new Notice.About(campaign.key("essay/arts.staff"), null),
            new Notice.About(campaign.key("essay/library.staff"), clock.instant()),
            new Notice.About(campaign.key("branch-result/branch-1"), null));
    notices.post(notice("arts.staff", "arts", "staff@example.org").aboutAll(about));

    assertThat(
            jdbc.sql("select count(*) from notification_about where item_key like ?")
                .param(campaign.id() + "/%")
                .query(Integer.class)
                .single())
        .as("a row per item, whatever the channels")
        .isEqualTo(3);
    assertThat(deliveries.ofItem(campaign.key("essay/library.staff")))
        .extracting(one -> one.channel() + " " + one.personId())
        .containsExactlyInAnyOrder("MAIL arts.staff", "BROWSER arts.staff");
  }

  @Test
  void a_letter_leads_to_where_its_button_leads() {
    var to = new Person("arts.staff", "某人", "arts", null, "科员", Rank.STAFF, "a@example.org");
    var head = new Letterhead(campaigns.get(campaign.id()).plan());
    var letter = head.letter(to, "题目", List.of("正文")).offering(head.open("http://127.0.0.1/task"));
    notices.post(Notice.atOnce("test/" + campaign.id(), campaign.id(), to, letter));

    assertThat(rows()).singleElement();
    assertThat(rows().get(0)).containsEntry("link", "http://127.0.0.1/task");
    assertThat((String) rows().get(0).get("body"))
        .startsWith("某人同志：\n\n正文\n\n打开办理：http://127.0.0.1/task")
        .endsWith("领导小组办公室\n");
  }

  private Notice notice(String person, String unit, String mail) {
    var to = new Person(person, "某人", unit, null, "科员", Rank.STAFF, mail);
    return new Notice("test/" + campaign.id() + "/" + person, campaign.id(), to, "题目", "正文");
  }

  private List<Map<String, Object>> rows() {
    return jdbc.sql(
            "select * from notification_outbox where campaign_id = ? and channel = 'MAIL' order by id")
        .param(campaign.id())
        .query()
        .listOfRows();
  }
}
