package org.xiaohao.study;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.Invitations;
import org.xiaohao.notification.Links;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** Invites a unit to a session that is prepared, and says when it moves or is called off. */
@Component
class SessionNotices {

  private final Invitations invitations;
  private final Attendances attendances;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Links links;

  SessionNotices(
      Invitations invitations,
      Attendances attendances,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Links links) {
    this.invitations = invitations;
    this.attendances = attendances;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.links = links;
  }

  /** Everybody of the unit, and the leader in charge where invited (R37). */
  void invited(StudySession session) {
    post(session, Kind.INVITED, false);
  }

  void moved(StudySession session) {
    post(session, Kind.INVITED, true);
  }

  void cancelled(StudySession session) {
    post(session, Kind.CANCELLED, true);
  }

  private void post(StudySession session, Kind kind, boolean changed) {
    attendances
        .preparation(session.key())
        .ifPresent(
            prepared -> {
              var people =
                  new ArrayList<>(rosters.peopleOf(session.campaignId(), session.unitId()));
              if (prepared.leaderInvited()) {
                responsibles
                    .leaderInChargeOf(session.campaignId(), session.unitId())
                    .filter(leader -> !people.contains(leader))
                    .ifPresent(people::add);
              }
              var appointment = appointment(session, prepared, kind);
              invitations.post(session.key(), appointment, people, changed);
            });
  }

  private Appointment appointment(StudySession session, Preparation prepared, Kind kind) {
    var language = campaigns.get(session.campaignId()).plan().language();
    var description =
        Messages.text(language, "study.notice.host", name(session, prepared.hostId()));
    if (!prepared.speakers().isEmpty()) {
      var speakers =
          prepared.speakers().stream()
              .map(speaker -> name(session, speaker))
              .collect(Collectors.joining(Messages.text(language, "study.notice.comma")));
      description += "\n" + Messages.text(language, "study.notice.speakers", speakers);
    }
    return new Appointment(
        session.key(),
        session.version(),
        kind,
        session.title(),
        description,
        prepared.place(),
        session.time().begins(),
        session.time().ends(),
        links.tasklist());
  }

  private String name(StudySession session, String personId) {
    return rosters.person(session.campaignId(), personId).map(Person::name).orElse(personId);
  }
}
