package org.xiaohao.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiaohao.study.StudyFields.allPresent;
import static org.xiaohao.study.StudyFields.material;
import static org.xiaohao.study.StudyFields.prepared;
import static org.xiaohao.testing.TestCampaign.moment;

import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.study.StudyMaterial.State;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** Every way through the model {@code study-material}. */
@CampaignTest
class StudyMaterialProcessTest {

  private static final String MATERIAL = "material/weekly-2017-03-02";
  private static final String SESSION = "session/weekly-2017-03-02/arts";

  @Autowired TestCampaign campaign;
  @Autowired StudyMaterials materials;
  @Autowired StudySessions sessions;
  @Autowired MaterialService service;
  @Autowired StudyWork work;
  @Autowired Campaigns campaigns;
  @Autowired Ledger ledger;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void launch() {
    campaign.launch(TestCampaign.only(TestCampaign.plan(), "weekly", "transformation", "speech"));
  }

  @Test
  void the_office_supplies_once_what_every_unit_then_sees() {
    var item = ledger.find(campaign.key(MATERIAL)).orElseThrow();
    assertThat(item.waitsFor()).isEqualTo(WaitsFor.OFFICE);
    assertThat(item.unitId()).isNull();
    assertThat(campaign.task(MATERIAL, "userTask_supply").getDueDate())
        .isEqualTo(moment("2017-03-01T18:00"));
    assertThat(field(MATERIAL, "userTask_supply", "material"))
        .contains("1. 在全国宣传思想工作会议上的重要讲话")
        .contains("8. 在全国高校思想政治工作会议上的重要讲话");

    var text = "学".repeat(20_000);
    campaign.complete(MATERIAL, "userTask_supply", "helixin", material(text));

    assertThat(materials.get(campaign.key(MATERIAL)).state()).isEqualTo(State.SUPPLIED);
    assertThat(materials.get(campaign.key(MATERIAL)).text()).isEqualTo(text);
    assertThat(campaign.isRunning(MATERIAL)).isFalse();
    assertThat(field(SESSION, "userTask_prepare", "material")).contains(text);
    assertThat(field("session/weekly-2017-03-02/library", "userTask_prepare", "material"))
        .contains(text);

    campaign.complete(SESSION, "userTask_prepare", "arts.liaison", prepared("arts.staff"));
    campaign.advanceTo("2017-03-02T17:00");
    assertThat(field(SESSION, "userTask_record", "material")).contains(text);
    campaign.complete(SESSION, "userTask_record", "arts.liaison", allPresent());
    assertThat(ledger.find(campaign.key(MATERIAL)).orElseThrow().done()).isTrue();
  }

  @Test
  void late_material_is_reported_and_holds_up_nothing() {
    campaign.advanceTo("2017-03-02T17:00");

    assertThat(escalations()).isEqualTo(1);
    assertThat(campaign.openTasks(MATERIAL)).containsExactly("userTask_supply");
    assertThat(campaign.openTasks(SESSION)).containsExactly("userTask_record");
  }

  @Test
  void material_that_is_not_needed_is_waived() {
    service.waive(campaign.key(MATERIAL), "已随文件下发", "guowei");

    assertThat(materials.get(campaign.key(MATERIAL)).state()).isEqualTo(State.WAIVED);
    assertThat(campaign.isRunning(MATERIAL)).isFalse();
    assertThat(ledger.find(campaign.key(MATERIAL)).orElseThrow().counts()).isFalse();
  }

  @Test
  void material_of_a_closed_campaign_lapses() {
    while (work.lapse(campaigns.get(campaign.id()), 10) == 10) {
      // chunk by chunk, as the campaign's process does
    }

    assertThat(materials.ofCampaign(campaign.id()))
        .hasSize(10)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(State.LAPSED));
    assertThat(campaign.isRunning(MATERIAL)).isFalse();
  }

  @Test
  void a_day_of_study_is_moved_for_all_units_at_once() {
    service.moveDay(campaign.key(MATERIAL), LocalDate.of(2017, 3, 7), "全市会议", "helixin");

    assertThat(campaign.task(MATERIAL, "userTask_supply").getDueDate())
        .isEqualTo(moment("2017-03-06T18:00"));
    assertThat(sessions.ofMaterial(campaign.key(MATERIAL)))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row.time().date().effectiveDate()).isEqualTo(LocalDate.of(2017, 3, 7)));
    campaign.advanceTo("2017-03-06T17:59");
    assertThat(escalations()).isZero();
    campaign.advanceTo("2017-03-06T18:00");
    assertThat(escalations()).isEqualTo(1);
  }

  private String field(String item, String element, String field) {
    return String.valueOf(tasks.getVariable(campaign.task(item, element).getId(), field));
  }

  private int escalations() {
    return jdbc.sql("select count(*) from supervision_late where item_key = ?")
        .param(campaign.key(MATERIAL))
        .query(Integer.class)
        .single();
  }
}
