package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Letters.TemplateBroken;
import org.xiaohao.notification.Templates.Broken;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class NoticesTest {

  @Autowired TestCampaign campaign;
  @Autowired Notices notices;
  @Autowired Campaigns campaigns;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;

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
