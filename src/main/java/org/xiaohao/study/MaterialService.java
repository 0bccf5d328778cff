package org.xiaohao.study;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.study.StudyMaterial.State;

/** What can be done with the material for a day of study (R11). The only writer of its table. */
@Service
@Transactional
public class MaterialService {

  private final StudyMaterials materials;
  private final StudySessions sessions;
  private final StudyService study;
  private final StudyEvents events;
  private final StudyWorkflow workflow;
  private final StudyRules rules;
  private final StudyDays days;
  private final Campaigns campaigns;
  private final Clock clock;

  MaterialService(
      StudyMaterials materials,
      StudySessions sessions,
      StudyService study,
      StudyEvents events,
      StudyWorkflow workflow,
      StudyRules rules,
      StudyDays days,
      Campaigns campaigns,
      Clock clock) {
    this.materials = materials;
    this.sessions = sessions;
    this.study = study;
    this.events = events;
    this.workflow = workflow;
    this.rules = rules;
    this.days = days;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** Opens planned material: the office is asked for it. */
  void open(StudyMaterial planned) {
    var open = materials.save(planned.opened());
    events.record(open.key(), "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Supplies it; the forms of all sessions of that day show it from now on.
   *
   * @param text text and links of any length
   * @param by somebody of the office
   */
  public void supply(String key, String text, String by) {
    var material = materials.get(key);
    rules.requireOffice(material.campaignId(), material.title(), by);
    rules.requireText(text);
    materials.save(material.supplied(text, clock.instant(), by));
    events.record(key, by, "SUPPLIED", null);
    sessions.ofMaterial(key).stream().filter(StudySession::isOpen).forEach(workflow::supplied);
  }

  /**
   * Settles that no material is needed for that day.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void waive(String key, String reason, String by) {
    var material = materials.get(key);
    rules.requireOffice(material.campaignId(), material.title(), by);
    rules.requireReason(reason);
    settle(material, State.WAIVED, reason, by);
  }

  /** The campaign is closed: it was never supplied. */
  void lapse(StudyMaterial material) {
    settle(material, State.LAPSED, null, "");
  }

  private void settle(StudyMaterial material, State end, @Nullable String reason, String by) {
    var settled = materials.save(material.settled(end));
    events.record(settled.key(), by, end.name(), reason);
    if (material.state() == State.OPEN) {
      workflow.settled(settled);
    }
  }

  /**
   * Moves a day of study of all units: their sessions, and the limit of the material.
   *
   * @param key key of the day's material
   * @param planDate new plan date
   * @param reason why; required
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if a session of that day is under way, or the new day has
   *     passed
   */
  public void moveDay(String key, LocalDate planDate, String reason, String by) {
    var material = materials.get(key);
    rules.requireOffice(material.campaignId(), material.title(), by);
    rules.requireReason(reason);
    var before = material.date().planDate();
    sessions.ofDay(material.campaignId(), material.seriesId(), before).stream()
        .filter(StudySession::isToCome)
        .forEach(session -> study.move(session.key(), planDate, reason, by));
    var campaign = campaigns.get(material.campaignId());
    var series = days.series(campaign, material.seriesId());
    var date = campaigns.dates(campaign).effective(planDate);
    var limitDay = days.dayBefore(campaign, date);
    var moved =
        materials.save(
            material.moved(
                days.materialTitle(campaign, series, material.topicId(), date),
                date,
                limitDay,
                campaigns.dates(campaign).limit(limitDay)));
    events.record(key, by, "MOVED", reason);
    if (moved.state() == State.OPEN) {
      workflow.moved(moved);
    }
  }
}
