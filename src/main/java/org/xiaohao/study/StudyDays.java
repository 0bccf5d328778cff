package org.xiaohao.study;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.campaign.Plan.Work;
import org.xiaohao.campaign.Plan.WorkKind;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** Says on which days a series takes place, and what each unit and the office owe for a day. */
@Component
class StudyDays {

  private final Campaigns campaigns;
  private final Rosters rosters;

  StudyDays(Campaigns campaigns, Rosters rosters) {
    this.campaigns = campaigns;
    this.rosters = rosters;
  }

  /** Days of the plan on which a series takes place. */
  List<LocalDate> days(Campaign campaign, SessionSeries series) {
    if (!series.on().isEmpty()) {
      return series.on().stream().sorted().distinct().toList();
    }
    var phase = campaign.plan().phase(series.phase()).orElseThrow();
    return phase
        .starts()
        .datesUntil(phase.ends().plusDays(1))
        .filter(day -> series.weekdays().contains(day.getDayOfWeek()))
        .toList();
  }

  /** Sessions of all units on one day. */
  List<StudySession> sessions(Campaign campaign, SessionSeries series, LocalDate day) {
    return rosters.units(campaign.id()).stream()
        .filter(unit -> meets(unit, series, day))
        .map(unit -> session(campaign, series, day, unit))
        .toList();
  }

  /** All sessions of one unit. */
  List<StudySession> sessions(Campaign campaign, Unit unit) {
    return campaign.plan().sessions().stream()
        .flatMap(
            series ->
                days(campaign, series).stream()
                    .filter(day -> meets(unit, series, day))
                    .map(day -> session(campaign, series, day, unit)))
        .toList();
  }

  /** A unit may keep to some of the weekdays (A2); days that the plan names by date are for all. */
  private static boolean meets(Unit unit, SessionSeries series, LocalDate day) {
    return !series.on().isEmpty()
        || unit.studyDays().isEmpty()
        || unit.studyDays().contains(day.getDayOfWeek());
  }

  private StudySession session(Campaign campaign, SessionSeries series, LocalDate day, Unit unit) {
    var time = time(campaign, series, day);
    var topicId = topicId(campaign, series, day);
    return new StudySession(
        campaign.id() + "/session/" + series.id() + "-" + day + "/" + unit.id(),
        campaign.id(),
        series.id(),
        series.phase(),
        opensWith(campaign, series, time.date()),
        topicId,
        unit.id(),
        series.material() ? materialKey(campaign, series, day) : null,
        title(campaign, series, topicId, time.date(), unit.name()),
        past(campaign, time.date()) ? StudySession.State.PAST : StudySession.State.PLANNED,
        time,
        time.prepareBy(),
        null,
        null,
        null,
        0);
  }

  /** What the office supplies for one day. */
  StudyMaterial material(Campaign campaign, SessionSeries series, LocalDate day) {
    var date = campaigns.dates(campaign).effective(day);
    var limitDay = dayBefore(campaign, date);
    var topicId = topicId(campaign, series, day);
    return new StudyMaterial(
        materialKey(campaign, series, day),
        campaign.id(),
        series.id(),
        series.phase(),
        opensWith(campaign, series, date),
        topicId,
        materialTitle(campaign, series, topicId, date),
        past(campaign, date) ? StudyMaterial.State.PAST : StudyMaterial.State.PLANNED,
        date,
        limitDay,
        campaigns.dates(campaign).limit(limitDay),
        null,
        null,
        null,
        0);
  }

  /** When a session of that plan day takes place. */
  SessionTime time(Campaign campaign, SessionSeries series, LocalDate day) {
    var dates = campaigns.dates(campaign);
    var date = dates.effective(day);
    var recordDay = dates.calendar().plusWorkingDays(date.effectiveDate(), 1);
    return new SessionTime(
        date,
        dates.at(date.effectiveDate(), series.starts()),
        dates.at(date.effectiveDate(), series.ends()),
        dates.limit(dayBefore(campaign, date)),
        dates.limit(recordDay),
        recordDay);
  }

  /** The working day before the sessions: until then they are prepared and material is there. */
  LocalDate dayBefore(Campaign campaign, EffectiveDate date) {
    return campaigns.dates(campaign).calendar().plusWorkingDays(date.effectiveDate(), -1);
  }

  /** Title of a session on that day. */
  String title(
      Campaign campaign,
      SessionSeries series,
      @Nullable String topicId,
      EffectiveDate date,
      String unit) {
    var subject = subject(campaign, series, topicId);
    return text(campaign, "study.title", words(campaign, date), subject, unit);
  }

  /** What it is and whose, for those who are told day and hour beside it. */
  String invitationTitle(Campaign campaign, StudySession session, String unit) {
    var subject = subject(campaign, series(campaign, session.seriesId()), session.topicId());
    return text(campaign, "study.notice.title", subject, unit);
  }

  /** Title of the material for that day. */
  String materialTitle(
      Campaign campaign, SessionSeries series, @Nullable String topicId, EffectiveDate date) {
    var subject = subject(campaign, series, topicId);
    return text(campaign, "study.material-title", words(campaign, date), subject);
  }

  /** The session in words, for the title of what its speakers owe. */
  String occasion(Campaign campaign, StudySession session) {
    var subject = subject(campaign, series(campaign, session.seriesId()), session.topicId());
    return text(campaign, "study.occasion", words(campaign, session.time().date()), subject);
  }

  /** The series with that id. */
  SessionSeries series(Campaign campaign, String seriesId) {
    return campaign.plan().sessions().stream()
        .filter(series -> series.id().equals(seriesId))
        .findFirst()
        .orElseThrow(() -> new Refusal("study.unknown", seriesId));
  }

  /** The work with that id. */
  static Optional<Work> work(Campaign campaign, @Nullable String workId) {
    return campaign.plan().works().filter(work -> work.id().equals(workId)).findFirst();
  }

  /**
   * The topic within whose window the preparation is due, so that nobody is asked too late: the
   * first session of a topic may fall on the topic's own first day. Else the topic of the day
   * itself, else none: then it opens with the phase.
   */
  private @Nullable String opensWith(Campaign campaign, SessionSeries series, EffectiveDate date) {
    return Stream.of(dayBefore(campaign, date), date.effectiveDate(), date.planDate())
        .flatMap(day -> topic(campaign.plan(), series.phase(), day).stream())
        .map(Work::id)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Work> topic(Plan plan, String phaseId, LocalDate day) {
    return plan.phase(phaseId).orElseThrow().works().stream()
        .filter(work -> work.kind() == WorkKind.TOPIC)
        .filter(work -> !day.isBefore(work.starts()) && !day.isAfter(work.ends()))
        .findFirst();
  }

  private static @Nullable String topicId(Campaign campaign, SessionSeries series, LocalDate day) {
    return topic(campaign.plan(), series.phase(), day).map(Work::id).orElse(null);
  }

  /** A series on days of its own has a subject of its own (R25); a weekly one studies the topic. */
  private static String subject(Campaign campaign, SessionSeries series, @Nullable String topicId) {
    return series.on().isEmpty()
        ? work(campaign, topicId).map(Work::title).orElse(series.title())
        : series.title();
  }

  private static boolean past(Campaign campaign, EffectiveDate date) {
    return date.effectiveDate().isBefore(campaign.launchDay());
  }

  private static String materialKey(Campaign campaign, SessionSeries series, LocalDate day) {
    return campaign.id() + "/material/" + series.id() + "-" + day;
  }

  private static String words(Campaign campaign, EffectiveDate date) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(Messages.text(language, "study.day-format"), language)
        .format(date.effectiveDate());
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Messages.text(campaign.plan().language(), code, arguments);
  }
}
