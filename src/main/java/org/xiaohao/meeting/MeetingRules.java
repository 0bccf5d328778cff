package org.xiaohao.meeting;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.WorkStatus;
import org.xiaohao.meeting.Minutes.Remark;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who may do what with a meeting, and what its arrangement and minutes must contain. */
@Component
class MeetingRules {

  private static final int LONGEST_TEXT = 200_000;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final MeetingDates dates;

  MeetingRules(Campaigns campaigns, Rosters rosters, MeetingDates dates) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.dates = dates;
  }

  Plan.Meeting entry(Meeting meeting) {
    return campaigns.get(meeting.campaignId()).plan().meetings().stream()
        .filter(entry -> entry.id().equals(meeting.meetingId()))
        .findFirst()
        .orElseThrow(() -> new Refusal("meeting.unknown", meeting.key()));
  }

  void requireOffice(Meeting meeting, String by) {
    if (campaigns.get(meeting.campaignId()).plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("meeting.office-only", meeting.title());
    }
  }

  void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refusal("meeting.reason");
    }
    requireStorable(reason);
  }

  void requireComplete(Arrangement arrangement) {
    if (arrangement.place().isBlank()) {
      throw new Refusal("meeting.place");
    }
    if (arrangement.host().isBlank()) {
      throw new Refusal("meeting.host");
    }
    if (!arrangement.ends().isAfter(arrangement.starts())) {
      throw new Refusal(
          "meeting.times", arrangement.starts().toString(), arrangement.ends().toString());
    }
    Stream.of(arrangement.place(), arrangement.host(), arrangement.agenda())
        .forEach(MeetingRules::requireStorable);
  }

  /** Between the begin of its work and its limit; a limit that has passed binds no more. */
  void requireInTime(Meeting meeting, LocalDate day) {
    requireWorkingDay(meeting, day);
    var last = meeting.date().effectiveDate();
    if (day.isAfter(last) && !dates.today(meeting).isAfter(last)) {
      throw new Refusal("meeting.too-late", day, last);
    }
  }

  /** What is moved with a reason may pass the limit, but not lie in the past. */
  void requireMovable(Meeting meeting, LocalDate day) {
    requireWorkingDay(meeting, day);
    var today = dates.today(meeting);
    if (day.isBefore(today)) {
      throw new Refusal("meeting.day-past", day, today);
    }
  }

  private void requireWorkingDay(Meeting meeting, LocalDate day) {
    var first =
        campaigns.works(meeting.campaignId(), meeting.phaseId()).stream()
            .filter(work -> work.workId().equals(meeting.workId()))
            .map(WorkStatus::startsEffective)
            .findFirst()
            .orElse(day);
    if (day.isBefore(first)) {
      throw new Refusal("meeting.too-early", day, first);
    }
    if (!dates.of(meeting).calendar().isWorkingDay(day)) {
      throw new Refusal("meeting.day-off", day);
    }
  }

  void requireTookPlace(Meeting meeting) {
    if (meeting.state() == Meeting.State.ARRANGING || meeting.state() == Meeting.State.ARRANGED) {
      throw new Refusal("meeting.not-yet", meeting.title());
    }
  }

  void requireComplete(Meeting meeting, Minutes minutes) {
    if (minutes.attendees() < 1) {
      throw new Refusal("meeting.attendees");
    }
    if (minutes.text().isBlank()) {
      throw new Refusal("meeting.minutes-missing", meeting.title());
    }
    requireStorable(minutes.attendance());
    requireStorable(minutes.text());
    var entry = entry(meeting);
    if (entry.resolutions() && minutes.resolutions().isEmpty()) {
      throw new Refusal("meeting.resolution-missing", meeting.title());
    }
    minutes.resolutions().forEach(MeetingRules::requireStorable);
    IntStream.range(0, minutes.opinions().size())
        .forEach(i -> requireComplete(meeting, minutes.opinions().get(i), String.valueOf(i + 1)));
  }

  private void requireComplete(Meeting meeting, Remark remark, String number) {
    if (remark.text().isBlank() || remark.raisedBy().isBlank()) {
      throw new Refusal("meeting.opinion-incomplete", number);
    }
    Stream.of(remark.text(), remark.raisedBy(), Objects.requireNonNullElse(remark.unitId(), ""))
        .forEach(MeetingRules::requireStorable);
    if (remark.unitId() != null && rosters.unit(meeting.campaignId(), remark.unitId()).isEmpty()) {
      throw new Refusal("meeting.opinion-unit", number);
    }
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  static void requireStorable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Refusal("meeting.control-character");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal("meeting.text-too-long", String.valueOf(LONGEST_TEXT));
    }
  }
}
