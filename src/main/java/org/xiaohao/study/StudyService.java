package org.xiaohao.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PaperOwed;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.SessionRecord.Entry;
import org.xiaohao.study.StudySession.State;

/** What can be done with a session. The only writer of its tables. */
@Service
@Transactional
public class StudyService {

  /** Working days within which those who missed a session make up for it. */
  private static final int MAKE_UP_DAYS = 5;

  private final StudySessions sessions;
  private final Attendances attendances;
  private final StudyEvents events;
  private final StudyWorkflow workflow;
  private final StudyRules rules;
  private final StudyDays days;
  private final SessionNotices notices;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  StudyService(
      StudySessions sessions,
      Attendances attendances,
      StudyEvents events,
      StudyWorkflow workflow,
      StudyRules rules,
      StudyDays days,
      SessionNotices notices,
      Campaigns campaigns,
      Rosters rosters,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.sessions = sessions;
    this.attendances = attendances;
    this.events = events;
    this.workflow = workflow;
    this.rules = rules;
    this.days = days;
    this.notices = notices;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Opens a planned session: its unit is asked to prepare it. */
  void open(StudySession planned) {
    var open = sessions.save(planned.opened(clock.instant()));
    events.record(open.key(), "", "OPENED", null);
    workflow.opened(open);
  }

  /**
   * Settles place, host, speakers and kind of study, before the session begins (R31, R37, A7).
   *
   * @param by liaison or head of the unit
   * @throws org.xiaohao.shared.Refusal if something is missing, or somebody named is not of the
   *     unit
   */
  public void prepare(String key, Preparation preparation, String by) {
    var session = sessions.get(key);
    rules.requireOrganiser(session, by);
    var campaign = campaigns.get(session.campaignId());
    var series = days.series(campaign, session.seriesId());
    rules.requireComplete(campaign, session, series, preparation);
    var before = notices.told(session);
    var prepared = sessions.save(session.prepared(clock.instant()));
    attendances.prepare(key, preparation);
    events.record(key, by, "PREPARED", null);
    notices.invited(prepared, before);
  }

  /**
   * Opens the preparation again, so that place, host or speakers can be corrected; who was invited
   * stays invited until it is prepared anew.
   *
   * @param by liaison or head of the unit
   * @throws Refusal if it is not prepared, or has begun
   */
  public void reopen(String key, String by) {
    var session = sessions.get(key);
    rules.requireOrganiser(session, by);
    var reopened = sessions.save(session.reopened(clock.instant()));
    events.record(key, by, "PREPARATION_REOPENED", null);
    workflow.reopened(reopened);
  }

  /**
   * Who was to chair it or to speak is not of the unit any more: the unit prepares it anew. Until
   * then those who were invited stay invited.
   */
  void organiserGone(StudySession session, String person) {
    var reopened = sessions.save(session.reopened(clock.instant()));
    events.record(session.key(), "", "ORGANISER_GONE", person);
    workflow.reopened(reopened);
  }

  /** Its unit has another name, and so has the session. */
  void renamed(StudySession session, String title) {
    var renamed = sessions.save(session.titled(title));
    if (renamed.isOpen()) {
      workflow.renamed(renamed);
    }
  }

  /** Its time is over: its unit is asked to record it, prepared or not. */
  public void ended(String key) {
    sessions.save(sessions.get(key).ended());
    events.record(key, "", "ENDED", null);
  }

  /**
   * Records who was there and who spoke; each who spoke owes a speech text (R41).
   *
   * @param by liaison or head of the unit
   * @return whether somebody missed it, and so make-up study is due
   * @throws org.xiaohao.shared.Refusal if it has not begun, or the record cannot be true
   */
  public boolean record(String key, SessionRecord record, String by) {
    var session = sessions.get(key);
    rules.requireOrganiser(session, by);
    var now = clock.instant();
    rules.requireBegun(session, now);
    var campaign = campaigns.get(session.campaignId());
    rules.requireTrue(session, days.series(campaign, session.seriesId()), record);
    var missed =
        record.people().stream()
            .map(Entry::presence)
            .anyMatch(p -> p != Attendance.Presence.PRESENT);
    var makeUpBy = campaigns.dates(campaign).limitAfter(now, MAKE_UP_DAYS);
    var recorded =
        sessions.save(missed ? session.recordedWithAbsences(now, makeUpBy) : session.recorded(now));
    attendances.record(key, record);
    events.record(key, by, "RECORDED", null);
    record.speakers().forEach(speaker -> owe(recorded, speaker));
    return missed;
  }

  private void owe(StudySession session, String speaker) {
    var campaign = campaigns.get(session.campaignId());
    var paper = days.series(campaign, session.seriesId()).speechText();
    if (paper != null) {
      publisher.publishEvent(
          new PaperOwed(
              campaign.id(),
              paper,
              speaker,
              session.unitId(),
              session.source(),
              days.occasion(campaign, session),
              session.time().date().effectiveDate()));
    }
  }

  /**
   * Records how those who missed it made up for it.
   *
   * @param studies one per person who missed it and still belongs to the unit
   * @param by liaison or head of the unit
   */
  public void makeUp(String key, List<MakeUpStudy> studies, String by) {
    var session = sessions.get(key);
    rules.requireOrganiser(session, by);
    var now = clock.instant();
    var today = campaigns.dates(campaigns.get(session.campaignId())).day(now);
    rules.requireMadeUp(session, attendances.ofSession(key), studies, today);
    sessions.save(session.madeUp(now));
    studies.forEach(study -> attendances.makeUp(key, study));
    events.record(key, by, "MADE_UP", null);
  }

  /**
   * Calls a session off.
   *
   * @param reason why; required
   * @param by somebody of the office
   */
  public void cancel(String key, String reason, String by) {
    var session = sessions.get(key);
    rules.requireOffice(session.campaignId(), session.title(), by);
    rules.requireReason(reason);
    settle(session, session.cancelled(clock.instant()), by, "CANCELLED", reason);
  }

  /** Its unit is dissolved: it does not take place; one that is recorded was held. */
  void unitRemoved(StudySession session, String reason, String by) {
    var now = clock.instant();
    if (session.isToCome()) {
      settle(session, session.cancelled(now), by, "CANCELLED", reason);
    } else {
      settle(session, session.lapsed(now), by, "LAPSED", reason);
    }
  }

  /** The campaign is closed: it was never recorded, or nobody makes up for it any more. */
  void lapse(StudySession session) {
    settle(session, session.lapsed(clock.instant()), "", "LAPSED", null);
  }

  private void settle(
      StudySession before, StudySession after, String by, String what, String reason) {
    var settled = sessions.save(after);
    events.record(settled.key(), by, what, reason);
    if (before.state() == State.READY) {
      notices.cancelled(settled);
    }
    if (before.isOpen()) {
      workflow.settled(settled);
    }
  }

  /**
   * Moves a session to another day, at the same time of day. One that did not take place is
   * prepared anew.
   *
   * @param planDate new plan date; falls on a working day like every date of the plan
   * @param reason why; required
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if it is under way or recorded, or the new day has passed
   */
  public void move(String key, LocalDate planDate, String reason, String by) {
    var session = sessions.get(key);
    rules.requireOffice(session.campaignId(), session.title(), by);
    rules.requireReason(reason);
    var campaign = campaigns.get(session.campaignId());
    var series = days.series(campaign, session.seriesId());
    var to = days.time(campaign, series, planDate);
    var now = clock.instant();
    rules.requireMovable(session, to, now);
    var unit = rosters.unit(campaign.id(), session.unitId()).map(Unit::name).orElse("");
    var title = days.title(campaign, series, session.topicId(), to.date(), unit);
    var moved = sessions.save(session.moved(to, title, now));
    events.record(key, by, "MOVED", reason);
    if (moved.state() == State.READY) {
      notices.moved(moved);
    }
    if (session.state() == State.TO_RECORD) {
      workflow.postponed(moved);
    } else if (session.isOpen()) {
      workflow.moved(moved);
    }
  }

  /**
   * Moves a day of study of all units, of a series without material: else the material moves it.
   *
   * @param day plan date on which their sessions stand
   * @param planDate new plan date
   * @param reason why; required
   * @param by somebody of the office
   * @throws org.xiaohao.shared.Refusal if there is nothing to move on that day, a session is under
   *     way, or the new day has passed
   */
  public void moveDay(
      String campaignId,
      String seriesId,
      LocalDate day,
      LocalDate planDate,
      String reason,
      String by) {
    if (days.series(campaigns.get(campaignId), seriesId).material()) {
      throw new Refusal("study.move-with-material");
    }
    var movable =
        sessions.ofDay(campaignId, seriesId, day).stream().filter(StudySession::isToCome).toList();
    rules.requireAny(movable, day);
    movable.forEach(session -> move(session.key(), planDate, reason, by));
  }

  /** Records that a session took place before the launch; who was there is not known. */
  void recordPast(String key, String by) {
    sessions
        .find(key)
        .filter(session -> session.state() == State.PAST)
        .ifPresent(
            session -> {
              sessions.save(session.recordedAsPast(clock.instant()));
              events.record(key, by, "RECORDED_AS_PAST", null);
            });
  }
}
