package org.xiaohao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.study.StudyService;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What calendars show. */
@CampaignTest
class AgendaTest {

  private static final String SESSION = "session/weekly-2017-03-02/arts";

  @Autowired TestCampaign campaign;
  @Autowired Agenda agenda;
  @Autowired Rosters rosters;
  @Autowired StudyService study;

  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void a_unit_sees_its_sessions_and_its_own_limits_and_nobody_elses() {
    var unit = agenda.ofUnit(campaign.id(), "arts");

    assertThat(unit)
        .extracting(Appointment::uid)
        .contains(campaign.key(SESSION))
        .noneMatch(uid -> uid.contains("essay/"))
        .noneMatch(uid -> uid.contains("/library"));
    assertThat(agenda.ofPerson(campaign.id(), person()))
        .extracting(Appointment::uid)
        .contains(campaign.key(SESSION), campaign.key("essay/arts.staff/limit"));
  }

  @Test
  void what_is_moved_or_called_off_keeps_its_entry() {
    var before = session();
    study.move(campaign.key(SESSION), LocalDate.parse("2017-03-03"), "会场占用", "liuguangli");
    var moved = session();
    study.cancel(campaign.key(SESSION), "上级另有安排", "liuguangli");
    var cancelled = session();

    assertThat(moved.starts()).isAfter(before.starts());
    assertThat(List.of(before.kind(), moved.kind(), cancelled.kind()))
        .containsExactly(Kind.NOTED, Kind.NOTED, Kind.CANCELLED);
    assertThat(List.of(before.sequence(), moved.sequence(), cancelled.sequence()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void what_a_calendar_hears_later_of_a_limit_counts_even_where_it_is_earlier() {
    var now = campaign.now();
    var first = Appointment.limit("k", "期限", now.plusSeconds(900_000), null, now);
    var second = Appointment.limit("k", "期限", now.plusSeconds(100), null, now.plusSeconds(60));

    assertThat(second.uid()).isEqualTo(first.uid());
    assertThat(second.sequence()).isGreaterThan(first.sequence());
  }

  private Appointment session() {
    return agenda.ofPerson(campaign.id(), person()).stream()
        .filter(one -> one.uid().equals(campaign.key(SESSION)))
        .findFirst()
        .orElseThrow();
  }

  private Person person() {
    return rosters.activePerson(campaign.id(), "arts.staff").orElseThrow();
  }
}
