package org.xiaohao.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.MeetingInvitations;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.Links;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Messages;

/** What takes place when, for a person or a unit: sessions, meetings, limits. */
@Repository
public class Agenda {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Meetings meetings;
  private final MeetingInvitations invitations;
  private final Links links;
  private final Clock clock;

  Agenda(
      JdbcClient jdbc,
      Ledger ledger,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Meetings meetings,
      MeetingInvitations invitations,
      Links links,
      Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.meetings = meetings;
    this.invitations = invitations;
    this.links = links;
    this.clock = clock;
  }

  /** Of a person who takes part: sessions of the unit, meetings with an invitation, limits. */
  public List<Appointment> ofPerson(String campaignId, Person person) {
    var owed = Sight.owedBy(responsibles, campaignId, person.id());
    return Stream.of(
            sessions(campaignId, person.unitId()),
            meetings(campaignId, Set.of(person.id())),
            limits(campaignId, ledger.in(campaignId, owed)))
        .flatMap(List::stream)
        .toList();
  }

  /** Of a unit: its sessions, meetings to which any of its people is invited, its own limits. */
  public List<Appointment> ofUnit(String campaignId, String unitId) {
    var people =
        rosters.peopleOf(campaignId, unitId).stream().map(Person::id).collect(Collectors.toSet());
    return Stream.of(
            sessions(campaignId, unitId),
            meetings(campaignId, people),
            limits(campaignId, ledger.in(campaignId, Sight.owedBy("", List.of(unitId), List.of()))))
        .flatMap(List::stream)
        .toList();
  }

  private List<Appointment> sessions(String campaignId, @Nullable String unitId) {
    return jdbc.sql(
            """
            select session_key, title, place, state, begins_at, ends_at, version
            from study_session where campaign_id = ? and unit_id = ? and state <> 'PAST'
            order by begins_at
            """)
        .params(campaignId, Objects.toString(unitId, ""))
        .query(
            (row, number) ->
                appointment(
                    row.getString("session_key"),
                    row.getLong("version"),
                    Set.of("CANCELLED", "LAPSED").contains(row.getString("state")),
                    row.getString("title"),
                    row.getString("place"),
                    DbTime.in(row, "begins_at"),
                    DbTime.in(row, "ends_at")))
        .list();
  }

  private List<Appointment> meetings(String campaignId, Set<String> people) {
    var campaign = campaigns.get(campaignId);
    var dates = campaigns.dates(campaign);
    var found = new ArrayList<Appointment>();
    for (var meeting : meetings.of(campaignId)) {
      var to = meeting.arrangement();
      if (to != null
          && invitations.people(campaign, meetings.invitees(meeting.key())).stream()
              .anyMatch(person -> people.contains(person.id()))) {
        var off =
            meeting.state() == Meeting.State.CANCELLED || meeting.state() == Meeting.State.LAPSED;
        found.add(
            appointment(
                meeting.key(),
                meeting.version(),
                off,
                meeting.title(),
                to.place(),
                dates.at(to.day(), to.starts()),
                dates.at(to.day(), to.ends())));
      }
    }
    return found;
  }

  /** Sessions and meetings stand in the agenda with their own times. */
  private List<Appointment> limits(String campaignId, List<LedgerItem> items) {
    var language = campaigns.get(campaignId).plan().language();
    return items.stream()
        .filter(item -> item.open() && item.waitsFor() == LedgerItem.WaitsFor.OWNER)
        .map(
            item ->
                Appointment.limit(
                    item.key(),
                    Messages.text(language, "ledger.limit", item.title()),
                    item.dueAt(),
                    links.item(item.key()),
                    clock.instant()))
        .toList();
  }

  private Appointment appointment(
      String key,
      long version,
      boolean off,
      String title,
      @Nullable String place,
      Instant starts,
      Instant ends) {
    return new Appointment(
        key,
        version,
        off ? Kind.CANCELLED : Kind.NOTED,
        title,
        null,
        place,
        starts,
        ends,
        links.tasklist());
  }
}
