package org.xiaohao.supervision.process;

import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Markdown;
import org.xiaohao.supervision.Assignment;
import org.xiaohao.supervision.Inspection;
import org.xiaohao.supervision.Inspections;

/** What the forms of inspections and assignments show on their top, in Markdown. */
@Component
class SupervisionBriefs {

  private static final int LONGEST = 1500;
  private static final int LONGEST_LINE = 80;
  private static final int LINES = 30;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Inspections inspections;

  SupervisionBriefs(Campaigns campaigns, Rosters rosters, Inspections inspections) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.inspections = inspections;
  }

  String visitTitle(Inspection inspection, String unitId) {
    return inspection.title() + " · " + unit(inspection.campaignId(), unitId);
  }

  String visit(Inspection inspection, String unitId) {
    var campaign = inspection.campaignId();
    return text(
        campaign,
        "inspection.visit",
        inspection.title(),
        unit(campaign, unitId),
        moment(campaign, inspection.dueAt()));
  }

  String summary(Inspection inspection) {
    var campaign = inspection.campaignId();
    var lines = new ArrayList<String>();
    for (var finding : inspections.findings(inspection.key())) {
      lines.add(
          text(
              campaign,
              "inspection.finding-" + finding[0],
              unit(campaign, finding[1]),
              said(finding[2], LONGEST_LINE)));
    }
    var shown = String.join("\n", lines.subList(0, Math.min(lines.size(), LINES)));
    return Markdown.cut(
        text(
                campaign,
                "inspection.summary",
                inspection.title(),
                String.valueOf(inspections.visits(inspection.key()).size()),
                String.valueOf(lines.size()),
                moment(campaign, inspection.dueAt()))
            + "\n\n"
            + shown);
  }

  String toDo(Assignment assignment) {
    var campaign = assignment.campaignId();
    var asked =
        text(
            campaign,
            "assignment.to-do",
            assignment.title(),
            person(campaign, assignment.assignedBy()),
            moment(campaign, assignment.dueAt()),
            said(assignment.what(), LONGEST));
    return Markdown.cut(
        assignment.timesReturned() == 0
            ? asked
            : asked
                + "\n\n"
                + text(campaign, "assignment.returned", said(assignment.comment(), LONGEST)));
  }

  String reported(Assignment assignment) {
    var campaign = assignment.campaignId();
    return text(
        campaign,
        "assignment.reported",
        assignment.title(),
        person(campaign, assignment.reportedBy()),
        said(assignment.report(), LONGEST));
  }

  private String unit(String campaign, String unitId) {
    return rosters.unit(campaign, unitId).map(Unit::name).orElse(unitId);
  }

  private String person(String campaign, @Nullable String personId) {
    return personId == null
        ? ""
        : rosters.person(campaign, personId).map(person -> person.name()).orElse(personId);
  }

  private String moment(String campaign, Instant moment) {
    return new Letterhead(campaigns.get(campaign).plan()).moment(moment);
  }

  private static Markdown said(@Nullable String text, int longest) {
    return Markdown.plain(text == null ? "" : text, longest);
  }

  private String text(String campaign, String code, Object... arguments) {
    return Markdown.text(
        campaigns.get(campaign).plan().language(), "supervision." + code, arguments);
  }
}
