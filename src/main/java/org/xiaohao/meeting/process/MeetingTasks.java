package org.xiaohao.meeting.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** What the model {@code meeting} asks by expression; reads only. */
@Component
public class MeetingTasks {

  private final Meetings meetings;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final MeetingBriefs briefs;
  private final ObjectMapper json;

  MeetingTasks(
      Meetings meetings,
      Campaigns campaigns,
      Rosters rosters,
      MeetingBriefs briefs,
      ObjectMapper json) {
    this.meetings = meetings;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.briefs = briefs;
    this.json = json;
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(meeting(execution).campaignId());
  }

  /** By when the office has to act; the end of the meeting while it waits for its day. */
  public Date due(DelegateExecution execution) {
    return Date.from(meeting(execution).dueAt());
  }

  /** What the form for arranging shows. */
  public String arrangeBrief(DelegateExecution execution) {
    return briefs.arrange(meeting(execution));
  }

  /** What the form for the minutes shows. */
  public String minutesBrief(DelegateExecution execution) {
    return briefs.minutes(meeting(execution));
  }

  /** What the form for arranging is filled with beforehand. */
  public Object arrangement(DelegateExecution execution) {
    return json(MeetingForms.draft(meeting(execution)));
  }

  /** Whether opinions are noted one by one. */
  public boolean opinions(DelegateExecution execution) {
    return briefs.entry(meeting(execution)).opinions();
  }

  /** Whether resolutions are noted. */
  public boolean resolutions(DelegateExecution execution) {
    return briefs.entry(meeting(execution)).resolutions();
  }

  /** Units that an opinion can be about, in their fixed order, behind the bureau as a whole. */
  public Object units(DelegateExecution execution) {
    var campaign = campaigns.get(meeting(execution).campaignId());
    var whole = Messages.text(campaign.plan().language(), "meeting.whole");
    return json(
        Stream.concat(
                Stream.of(choice(whole, MeetingForms.BUREAU)),
                rosters.units(campaign.id()).stream().map(unit -> choice(unit.name(), unit.id())))
            .toList());
  }

  /** The empty form for the minutes: one row to begin with in each list. */
  public Object minutes(DelegateExecution execution) {
    return json(
        Map.of(
            "opinions",
            List.of(Map.of("unit", MeetingForms.BUREAU)),
            "resolutions",
            List.of(Map.of())));
  }

  private static Map<String, String> choice(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Meeting meeting(DelegateExecution execution) {
    return meetings.get(execution.getProcessBusinessKey());
  }
}
