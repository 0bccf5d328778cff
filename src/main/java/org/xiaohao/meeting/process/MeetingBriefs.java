package org.xiaohao.meeting.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.meeting.Invitee;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.MeetingInvitations;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/**
 * What the forms of a meeting show on their top, in Markdown: a variable holds 4,000 characters.
 */
@Component
class MeetingBriefs {

  private final Campaigns campaigns;
  private final Meetings meetings;
  private final MeetingInvitations invitations;

  MeetingBriefs(Campaigns campaigns, Meetings meetings, MeetingInvitations invitations) {
    this.campaigns = campaigns;
    this.meetings = meetings;
    this.invitations = invitations;
  }

  /** The entry of the plan behind a meeting. */
  Plan.Meeting entry(Meeting meeting) {
    return campaigns.get(meeting.campaignId()).plan().meetings().stream()
        .filter(entry -> entry.id().equals(meeting.meetingId()))
        .findFirst()
        .orElseThrow(() -> new Refusal("meeting.unknown", meeting.key()));
  }

  /** What the plan asks, by when, and whom it invites. */
  String arrange(Meeting meeting) {
    var campaign = campaigns.get(meeting.campaignId());
    var entry = entry(meeting);
    var moved =
        meeting.date().moved()
            ? text(
                campaign,
                "meeting.brief.moved",
                meeting.date().planDate(),
                String.valueOf(meeting.date().dayOff()))
            : "";
    return Markdown.cut(
        text(
            campaign,
            "meeting.brief.arrange",
            meeting.title(),
            entry.asks(),
            meeting.proposed(),
            meeting.date().effectiveDate(),
            new Markdown(moved),
            String.join("、", entry.invites()),
            moment(campaign, meeting.dueAt())));
  }

  /** When and where it took place, who was invited, and how many people of the roster. */
  String minutes(Meeting meeting) {
    var campaign = campaigns.get(meeting.campaignId());
    var invitees = meetings.invitees(meeting.key());
    var arrangement = meeting.arrangement();
    return Markdown.cut(
        text(
            campaign,
            "meeting.brief.minutes",
            meeting.title(),
            entry(meeting).asks(),
            arrangement == null ? "" : arrangement.day(),
            arrangement == null ? "" : arrangement.starts() + "–" + arrangement.ends(),
            arrangement == null ? "" : arrangement.place(),
            arrangement == null ? "" : arrangement.host(),
            invitees.stream().map(Invitee::name).collect(Collectors.joining("、")),
            String.valueOf(invitations.people(campaign, invitees).size()),
            moment(campaign, meeting.dueAt())));
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(
            Messages.text(language, "meeting.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
