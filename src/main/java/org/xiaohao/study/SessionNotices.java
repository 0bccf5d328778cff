package org.xiaohao.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;

/** Invites a unit to a session that is prepared, and says when it moves or is called off. */
@Component
class SessionNotices {

  private final Invitations invitations;
  private final Attendances attendances;
  private final StudyDays days;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Links links;

  SessionNotices(
      Invitations invitations,
      Attendances attendances,
      StudyDays days,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Links links) {
    this.invitations = invitations;
    this.attendances = attendances;
    this.days = days;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.links = links;
  }

  /** Everybody of the unit, and the leader in charge where invited (R37); empty before that. */
  List<Person> told(StudySession session) {
    return attendances
        .preparation(session.key())
        .map(
            prepared -> {
              var people =
                  new ArrayList<>(rosters.peopleOf(session.campaignId(), session.unitId()));
              if (prepared.leaderInvited()) {
                responsibles
                    .leaderInChargeOf(session.campaignId(), session.unitId())
                    .filter(leader -> !people.contains(leader))
                    .ifPresent(people::add);
              }
              return List.copyOf(people);
            })
        .orElse(List.of());
  }

  /**
   * Invites to a session that is prepared, perhaps anew.
   *
   * @param before who was invited until now; those who are not any more are told, too
   */
  void invited(StudySession session, List<Person> before) {
    appointment(session, Kind.INVITED)
        .ifPresent(to -> invitations.arrange(session.key(), to, told(session), before));
  }

  /** Somebody belongs to the unit of a session that is prepared, and is invited alone. */
  void joined(StudySession session, Person person) {
    appointment(session, Kind.INVITED)
        .ifPresent(to -> invitations.arrange(session.key(), to, List.of(person), List.of()));
  }

  /** Somebody belongs to its unit no more: it goes out of their calendar. */
  void left(StudySession session, Person person) {
    appointment(session, Kind.INVITED)
        .ifPresent(to -> invitations.arrange(session.key(), to, List.of(), List.of(person)));
  }

  void moved(StudySession session) {
    change(session, Kind.INVITED);
  }

  void cancelled(StudySession session) {
    change(session, Kind.CANCELLED);
  }

  private void change(StudySession session, Kind kind) {
    appointment(session, kind)
        .ifPresent(to -> invitations.change(session.key(), to, told(session)));
  }

  private Optional<Appointment> appointment(StudySession session, Kind kind) {
    return attendances
        .preparation(session.key())
        .map(prepared -> appointment(session, prepared, kind));
  }

  private Appointment appointment(StudySession session, Preparation prepared, Kind kind) {
    var campaign = campaigns.get(session.campaignId());
    var language = campaign.plan().language();
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
        days.invitationTitle(campaign, session, unit(session)),
        description,
        prepared.place(),
        session.time().begins(),
        session.time().ends(),
        links.tasklist());
  }

  private String unit(StudySession session) {
    return rosters
        .unit(session.campaignId(), session.unitId())
        .map(Unit::name)
        .orElse(session.unitId());
  }

  private String name(StudySession session, String personId) {
    return rosters.person(session.campaignId(), personId).map(Person::name).orElse(personId);
  }
}
