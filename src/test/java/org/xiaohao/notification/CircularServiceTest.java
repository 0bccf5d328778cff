package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.notification.Circular.Audience;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
class CircularServiceTest {

  private static final String TOKEN = "0123456789";

  @Autowired TestCampaign campaign;
  @Autowired CircularService service;
  @Autowired Circulars circulars;
  @Autowired Deliveries deliveries;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void roles_and_units_are_who_they_are_now() {
    assertThat(reached(Audience.STAFF, "arts"))
        .containsExactlyInAnyOrder("arts.head", "arts.liaison", "arts.staff");
    assertThat(reached(Audience.HEADS, "arts", "library"))
        .containsExactly("arts.head", "library.head");
    assertThat(reached(Audience.LIAISONS, "library")).containsExactly("library.liaison");
    assertThat(reached(Audience.LEADERS)).contains("luzhanzhong").doesNotHaveDuplicates();
    assertThat(reached(Audience.SECRETARIES)).containsExactly("arts.head");
    assertThat(reached(Audience.OFFICE)).contains("liuguangli", "helixin");
    assertThat(reached(Audience.LEADING_GROUP)).contains("yangjianping");
    assertThat(reached(Audience.STAFF))
        .contains("arts.staff", "library.staff", "yangjianping")
        .doesNotHaveDuplicates();
  }

  @Test
  void it_is_said_once_to_each_and_who_got_it_is_known() {
    var sent = send("周五下午停学一次", "场地检修。");

    assertThat(sent.recipients()).isEqualTo(3);
    assertThat(send("周五下午停学一次", "场地检修。")).isEqualTo(sent);
    assertThat(circulars.latest(campaign.id(), 10)).containsExactly(sent);
    assertThat(deliveries.ofItem(sent.key()))
        .filteredOn(one -> one.channel() == Channel.BROWSER)
        .extracting(Deliveries.Delivery::personId)
        .containsExactlyInAnyOrder("arts.head", "arts.liaison", "arts.staff");
    assertThat(deliveries.ofItem(sent.key()))
        .allSatisfy(one -> assertThat(one.subject()).isEqualTo("周五下午停学一次"));
  }

  @Test
  void what_says_nothing_or_reaches_nobody_is_refused() {
    refused("notification.circular-subject-missing", () -> send(" ", "内容"));
    refused("notification.circular-text-missing", () -> send("题目", ""));
    refused("notification.circular-subject-long", () -> send("长".repeat(101), "内容"));
    refused("notification.circular-text-long", () -> send("题目", "长".repeat(4001)));
    refused(
        "notification.circular-nobody",
        () ->
            service.send(
                campaign.id(), TOKEN, Audience.STAFF, List.of("x"), "题目", "内容", "helixin"));
    refused(
        "notification.circular-token",
        () -> service.send(campaign.id(), "", Audience.STAFF, List.of(), "题目", "内容", "helixin"));
    assertThat(circulars.latest(campaign.id(), 10)).isEmpty();
  }

  private List<String> reached(Audience audience, String... units) {
    return service.recipients(campaign.id(), audience, List.of(units)).stream()
        .map(Person::id)
        .toList();
  }

  private Circular send(String subject, String text) {
    return service.send(
        campaign.id(), TOKEN, Audience.STAFF, List.of("arts"), subject, text, "helixin");
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThat(catchThrowableOfType(Refusal.class, act)).extracting(Refusal::code).isEqualTo(code);
  }
}
