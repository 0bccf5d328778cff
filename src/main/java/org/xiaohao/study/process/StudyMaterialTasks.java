package org.xiaohao.study.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Groups;
import org.xiaohao.study.StudyMaterial;
import org.xiaohao.study.StudyMaterials;

/** What the model {@code study-material} asks by expression; reads only. */
@Component
public class StudyMaterialTasks {

  private final StudyMaterials materials;
  private final Campaigns campaigns;
  private final StudyBriefs briefs;
  private final ObjectMapper json;

  StudyMaterialTasks(
      StudyMaterials materials, Campaigns campaigns, StudyBriefs briefs, ObjectMapper json) {
    this.materials = materials;
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.json = json;
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(material(execution).campaignId());
  }

  /** Until when it has to be supplied. */
  public Date due(DelegateExecution execution) {
    return Date.from(material(execution).limitAt());
  }

  /** What the form shows. */
  public String brief(DelegateExecution execution) {
    return briefs.supply(material(execution));
  }

  /** What the form is filled with: the reading list of the topic (R22, R24, R27). */
  public Object draft(DelegateExecution execution) {
    var material = material(execution);
    var campaign = campaigns.get(material.campaignId());
    var draft = Map.of("text", briefs.readingList(campaign, material.topicId()));
    return SpinValues.jsonValue(json.valueToTree(draft).toString()).create();
  }

  private StudyMaterial material(DelegateExecution execution) {
    return materials.get(execution.getProcessBusinessKey());
  }
}
