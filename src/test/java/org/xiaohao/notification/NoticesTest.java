package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class NoticesTest {

  @Autowired TestCampaign campaign;
  @Autowired Notices notices;
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
