package org.xiaohao.consultation.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.roster.Groups;

/** What the model {@code consultation} asks by expression; reads only. */
@Component
public class ConsultationTasks {

  private final Consultations consultations;
  private final Campaigns campaigns;
  private final ConsultationBriefs briefs;
  private final ConsultationSheet sheet;
  private final ObjectMapper json;
  private final Clock clock;

  ConsultationTasks(
      Consultations consultations,
      Campaigns campaigns,
      ConsultationBriefs briefs,
      ConsultationSheet sheet,
      ObjectMapper json,
      Clock clock) {
    this.consultations = consultations;
    this.campaigns = campaigns;
    this.briefs = briefs;
    this.sheet = sheet;
    this.json = json;
    this.clock = clock;
  }

  /** Groups of the unit that gathers the forms. */
  public List<String> unit(DelegateExecution execution) {
    var consultation = consultation(execution);
    return List.of(
        Groups.liaison(consultation.campaignId(), consultation.unitId()),
        Groups.head(consultation.campaignId(), consultation.unitId()));
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(consultation(execution).campaignId());
  }

  /** When whoever is to act has to have acted. */
  public Date due(DelegateExecution execution) {
    return Date.from(consultation(execution).dueAt());
  }

  /**
   * When collecting is to be reported as overdue: at its limit. The task is offered again each time
   * that somebody enters some forms; behind the limit its timer is set a working day later, and
   * supervision keeps one fact per limit, so nothing is reported again.
   */
  public Date collectOverdue(DelegateExecution execution) {
    var consultation = consultation(execution);
    var now = clock.instant();
    if (consultation.dueAt().isAfter(now)) {
      return Date.from(consultation.dueAt());
    }
    return Date.from(campaigns.dates(campaigns.get(consultation.campaignId())).limitAfter(now, 1));
  }

  /** Whether forms are still being collected. */
  public boolean collecting(DelegateExecution execution) {
    return consultation(execution).state() == State.COLLECTING;
  }

  /** Whether the gate is behind: enough valid forms, or the office let it pass. */
  public boolean passed(DelegateExecution execution) {
    return consultation(execution).state() == State.SUMMARISING;
  }

  /** What the form for collecting shows. */
  public String collectBrief(DelegateExecution execution) {
    return briefs.collect(consultation(execution));
  }

  /** What the form for too few forms shows. */
  public String shortfallBrief(DelegateExecution execution) {
    return briefs.shortfall(consultation(execution));
  }

  /** What the form for the summary shows. */
  public String summariseBrief(DelegateExecution execution) {
    return briefs.summarise(consultation(execution));
  }

  /** Titles of the answers. */
  public Object questions(DelegateExecution execution) {
    return json(sheet.questions(consultation(execution)));
  }

  /** What the form for collecting is filled with beforehand. */
  public Object sheet(DelegateExecution execution) {
    return json(sheet.empty());
  }

  /** What the form for the summary is filled with beforehand. */
  public Object conclusion(DelegateExecution execution) {
    return json(Map.of("summary", ""));
  }

  /** The forms that came back, with their verdicts. */
  public Object returned(DelegateExecution execution) {
    return json(sheet.returned(consultation(execution)));
  }

  /** Forms that do not count, as choices. */
  public Object rejected(DelegateExecution execution) {
    return json(sheet.rejected(consultation(execution)));
  }

  /** What the forms that count say. */
  public Object opinions(DelegateExecution execution) {
    return json(sheet.opinions(consultation(execution)));
  }

  /** Columns of the opinions; the form of instances that began with 1.0 or 1.1 asks for them. */
  public Object opinionColumns(DelegateExecution execution) {
    return json(sheet.opinionColumns(consultation(execution)));
  }

  /** The forms that count, as choices for the problem list. */
  public Object choices(DelegateExecution execution) {
    return json(sheet.accepted(consultation(execution)));
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Consultation consultation(DelegateExecution execution) {
    return consultations.get(execution.getProcessBusinessKey());
  }
}
