package org.xiaohao.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.ProblemFound;
import org.xiaohao.meeting.Meeting.State;
import org.xiaohao.roster.Person;

/** What can be done with a meeting. The only writer of the room's tables. */
@Service
@Transactional
public class MeetingService {

  private final Meetings meetings;
  private final MeetingWorkflow workflow;
  private final MeetingRules rules;
  private final MeetingDates dates;
  private final MeetingInvitations invitations;
  private final MeetingNotices notices;
  private final Campaigns campaigns;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MeetingService(
      Meetings meetings,
      MeetingWorkflow workflow,
      MeetingRules rules,
      MeetingDates dates,
      MeetingInvitations invitations,
      MeetingNotices notices,
      Campaigns campaigns,
      ApplicationEventPublisher events,
      Clock clock) {
    this.meetings = meetings;
    this.workflow = workflow;
    this.rules = rules;
    this.dates = dates;
    this.invitations = invitations;
    this.notices = notices;
    this.campaigns = campaigns;
    this.events = events;
    this.clock = clock;
  }

  /** Opens a planned meeting: the office is asked to arrange it. */
  void open(Meeting planned) {
    var proposed = dates.proposal(planned);
    var open = meetings.save(planned.opened(proposed, dates.arrangeDue(planned, proposed)));
    record(open, "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Fixes when and where it takes place, and who is invited (R49, R50, R54, R63).
   *
   * @param audiences people of the roster who are invited, besides those whom the plan names
   * @param more guests by name, besides those whom the plan names; with an address behind the name
   *     they are invited by mail
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if something is missing, or the day is a day off or outside
   *     of the work's begin and the meeting's limit
   */
  public void arrange(
      String key, Arrangement to, Set<Audience> audiences, List<String> more, String by) {
    var meeting = meetings.get(key);
    rules.requireOffice(meeting, by);
    rules.requireComplete(to);
    rules.requireInTime(meeting, to.day());
    more.forEach(MeetingRules::requireStorable);
    var before = notices.toldBefore(meeting);
    var arranged = meetings.save(meeting.arranged(to, dates.ends(meeting, to), clock.instant()));
    var words = rules.entry(meeting).invites();
    meetings.invite(
        key, invitations.invitees(campaigns.get(meeting.campaignId()), words, audiences, more));
    record(arranged, by, "ARRANGED", null);
    notices.invited(arranged, before);
    meetings.tell(key, ids(invited(arranged)));
  }

  /**
   * The roster has changed: who is meant now is invited to meetings that are arranged, and who is
   * not any more is told. The host stays whom the office has written down.
   */
  void audienceChanged(String campaignId) {
    for (var meeting : meetings.of(campaignId)) {
      if (meeting.state() == State.ARRANGED && dates.begins(meeting).isAfter(clock.instant())) {
        audienceChanged(meeting);
      }
    }
  }

  private void audienceChanged(Meeting meeting) {
    var told = meetings.told(meeting.key());
    var invited = invited(meeting);
    var left =
        notices.toldBefore(meeting).stream()
            .filter(person -> told.contains(person.id()) && !ids(invited).contains(person.id()))
            .toList();
    var joined = invited.stream().filter(person -> !told.contains(person.id())).toList();
    // arranged before it was written down who is told: from now on it is
    if (!told.isEmpty() && !(joined.isEmpty() && left.isEmpty())) {
      notices.audienceChanged(meetings.save(meeting), joined, left);
    }
    meetings.tell(meeting.key(), ids(invited));
  }

  private List<Person> invited(Meeting meeting) {
    return invitations.people(
        campaigns.get(meeting.campaignId()), meetings.invitees(meeting.key()));
  }

  private static List<String> ids(List<Person> people) {
    return people.stream().map(Person::id).toList();
  }

  /**
   * Changes day, time or place of a meeting that is arranged.
   *
   * @param reason why; required
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if its time has passed, or the new day is no working day
   */
  public void rearrange(String key, Arrangement to, String reason, String by) {
    var meeting = meetings.get(key);
    rules.requireOffice(meeting, by);
    rules.requireReason(reason);
    rules.requireComplete(to);
    rules.requireMovable(meeting, to.day());
    var date = dates.limitWith(meeting, to.day());
    var moved =
        meetings.save(
            meeting.rearranged(
                to, dates.ends(meeting, to), date, dates.of(meeting).limit(date.effectiveDate())));
    record(moved, by, "REARRANGED", reason);
    notices.moved(moved);
    workflow.moved(moved);
  }

  /**
   * Moves it to another working day: the proposal while it is not arranged, else the day itself. A
   * day past its limit moves the limit too.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void move(String key, LocalDate day, String reason, String by) {
    var meeting = meetings.get(key);
    var arrangement = meeting.arrangement();
    if (meeting.state() == State.ARRANGED && arrangement != null) {
      rearrange(key, arrangement.on(day), reason, by);
      return;
    }
    rules.requireOffice(meeting, by);
    rules.requireReason(reason);
    rules.requireMovable(meeting, day);
    var date = dates.limitWith(meeting, day);
    var limit = dates.of(meeting).limit(date.effectiveDate());
    var moved = meetings.save(meeting.moved(day, date, limit, dates.arrangeDue(meeting, day)));
    record(moved, by, "MOVED", reason);
    if (moved.isOpen()) {
      workflow.moved(moved);
    }
  }

  /** Its time has passed: the office is to note what came out of it. */
  public void over(String key) {
    var meeting = meetings.get(key);
    record(meetings.save(meeting.over(dates.minutesDue(meeting))), "", "OVER", null);
  }

  /**
   * It did not take place when it should have: the office arranges it anew.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void postpone(String key, String reason, String by) {
    var meeting = meetings.get(key);
    rules.requireOffice(meeting, by);
    rules.requireReason(reason);
    var proposed = dates.proposal(meeting);
    var postponed = meetings.save(meeting.postponed(proposed, dates.arrangeDue(meeting, proposed)));
    record(postponed, by, "POSTPONED", reason);
  }

  /**
   * Notes what came out of it; opinions and resolutions get their keys here.
   *
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal before the meeting took place, or if something is missing
   */
  public void hold(String key, Minutes minutes, String by) {
    var meeting = meetings.get(key);
    rules.requireOffice(meeting, by);
    rules.requireTookPlace(meeting);
    rules.requireComplete(meeting, minutes);
    var now = clock.instant();
    var held = meetings.save(meeting.held(now, by));
    meetings.addMinutes(key, minutes, by, now);
    record(held, by, "HELD", null);
    for (var i = 0; i < minutes.opinions().size(); i++) {
      if (minutes.opinions().get(i).problem()) {
        listed(held, meetings.opinions(key).get(i), by);
      }
    }
  }

  /**
   * Puts an opinion on the problem list that was only noted at first; the link to it is kept. One
   * that is there already is left alone.
   *
   * @param opinionKey its stable key
   * @param by somebody of the office
   */
  public void listAsProblem(String opinionKey, String by) {
    var opinion = meetings.opinion(opinionKey);
    var meeting = meetings.get(opinion.meetingKey());
    rules.requireOffice(meeting, by);
    listed(meeting, opinion, by);
  }

  private void listed(Meeting meeting, Opinion opinion, String by) {
    events.publishEvent(
        new ProblemFound(
            meeting.campaignId(),
            ProblemFound.Source.REVIEW_MEETING,
            opinion.key(),
            opinion.raisedBy().isEmpty()
                ? meeting.title()
                : meeting.title() + " · " + opinion.raisedBy(),
            opinion.unitId(),
            opinion.text(),
            null,
            by));
  }

  /**
   * Settles that it does not take place.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void cancel(String key, String reason, String by) {
    var meeting = meetings.get(key);
    rules.requireOffice(meeting, by);
    rules.requireReason(reason);
    settle(meeting, State.CANCELLED, reason, by);
  }

  /** The campaign is closed: it never took place. */
  void lapse(Meeting meeting) {
    settle(meeting, State.LAPSED, null, "");
  }

  private void settle(Meeting meeting, State end, @Nullable String reason, String by) {
    var settled = meetings.save(meeting.settled(end, clock.instant(), by));
    record(settled, by, end.name(), reason);
    if (meeting.state() == State.ARRANGED) {
      notices.cancelled(settled);
    }
    if (meeting.isOpen()) {
      workflow.settled(settled);
    }
  }

  /** Records that a meeting of the past took place before the launch. */
  void recordPast(String key, String by) {
    var meeting = meetings.get(key);
    if (meeting.state() == State.PAST) {
      record(meetings.save(meeting.recorded(clock.instant(), by)), by, "RECORDED", null);
    }
  }

  private void record(Meeting meeting, String who, String what, @Nullable String why) {
    meetings.record(meeting.key(), clock.instant(), who, what, why);
  }
}
