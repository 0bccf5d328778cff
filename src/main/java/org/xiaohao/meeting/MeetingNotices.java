package org.xiaohao.meeting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.Invitations;
import org.xiaohao.notification.Links;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
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
  private final Rosters rosters;
  private final Links links;

  MeetingNotices(
      Invitations invitations,
      MeetingInvitations audiences,
      Meetings meetings,
      Campaigns campaigns,
      Rosters rosters,
      Links links) {
    this.invitations = invitations;
    this.audiences = audiences;
    this.meetings = meetings;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.links = links;
  }

  /** Everybody who can be told of it: people of the roster, then guests with an address. */
  List<Person> told(Meeting meeting) {
    var invitees = meetings.invitees(meeting.key());
    var people = audiences.people(campaigns.get(meeting.campaignId()), invitees);
    return Stream.concat(people.stream(), audiences.guests(invitees).stream()).toList();
  }

  /**
   * Everybody who was told of it until now, also who has left since; empty before it is arranged.
   */
  List<Person> toldBefore(Meeting meeting) {
    var campaign = meeting.campaignId();
    return Stream.concat(
            meetings.told(meeting.key()).stream()
                .sorted()
                .flatMap(id -> rosters.person(campaign, id).stream()),
            audiences.guests(meetings.invitees(meeting.key())).stream())
        .toList();
  }

  /**
   * Other people of the roster are meant now.
   *
   * @param joined who are invited alone
   * @param left who need not come any more
   */
  void audienceChanged(Meeting meeting, List<Person> joined, List<Person> left) {
    invitations.arrange(meeting.key(), appointment(meeting, Kind.INVITED), joined, left);
  }

  /**
   * Invites to a meeting that is arranged, perhaps anew.
   *
   * @param before who was invited until now; those who are taken off the list are told, too
   */
  void invited(Meeting meeting, List<Person> before) {
    var appointment = appointment(meeting, Kind.INVITED);
    invitations.arrange(meeting.key(), appointment, told(meeting), before);
  }

  void moved(Meeting meeting) {
    invitations.change(meeting.key(), appointment(meeting, Kind.INVITED), told(meeting));
  }

  void cancelled(Meeting meeting) {
    invitations.change(meeting.key(), appointment(meeting, Kind.CANCELLED), told(meeting));
  }

  private Appointment appointment(Meeting meeting, Kind kind) {
    var to = Objects.requireNonNull(meeting.arrangement());
    var campaign = campaigns.get(meeting.campaignId());
    var dates = campaigns.dates(campaign);
    var words = campaign.plan().language();
    return new Appointment(
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
  }
}
