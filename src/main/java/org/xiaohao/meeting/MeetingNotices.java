package org.xiaohao.meeting;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.Invitations;
import org.xiaohao.notification.Links;
import org.xiaohao.shared.Messages;

/**
 * Invites the people of the roster to a meeting, and guests from outside whose address the office
 * has written down; says when it moves or is called off. Guests who are known by name only the
 * office invites itself.
 */
@Component
class MeetingNotices {

  private final Invitations invitations;
  private final MeetingInvitations audiences;
  private final Meetings meetings;
  private final Campaigns campaigns;
  private final Links links;

  MeetingNotices(
      Invitations invitations,
      MeetingInvitations audiences,
      Meetings meetings,
      Campaigns campaigns,
      Links links) {
    this.invitations = invitations;
    this.audiences = audiences;
    this.meetings = meetings;
    this.campaigns = campaigns;
    this.links = links;
  }

  void invited(Meeting meeting) {
    post(meeting, Kind.INVITED, false);
  }

  void moved(Meeting meeting) {
    post(meeting, Kind.INVITED, true);
  }

  void cancelled(Meeting meeting) {
    post(meeting, Kind.CANCELLED, true);
  }

  private void post(Meeting meeting, Kind kind, boolean changed) {
    var to = Objects.requireNonNull(meeting.arrangement());
    var campaign = campaigns.get(meeting.campaignId());
    var dates = campaigns.dates(campaign);
    var words = campaign.plan().language();
    var appointment =
        new Appointment(
            meeting.key(),
            meeting.version(),
            kind,
            meeting.title(),
            Stream.of(
                    Messages.text(words, "meeting.notice.host", to.host()),
                    to.agenda().isBlank()
                        ? ""
                        : Messages.text(words, "meeting.notice.agenda", to.agenda()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")),
            to.place(),
            dates.at(to.day(), to.starts()),
            dates.at(to.day(), to.ends()),
            links.tasklist());
    var invitees = meetings.invitees(meeting.key());
    var people = audiences.people(campaign, invitees);
    var guests = audiences.guests(invitees);
    var told = Stream.concat(people.stream(), guests.stream()).toList();
    invitations.post(meeting.key(), appointment, told, changed);
  }
}
