package org.xiaohao.study.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.Work;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;
import org.xiaohao.study.Attendances;
import org.xiaohao.study.StudyMaterial;
import org.xiaohao.study.StudySession;

/** What the forms of sessions and material show on their top, in Markdown. */
@Component
class StudyBriefs {

  /** Leaves room for the rest within the 4,000 characters of a variable. */
  private static final int LONGEST_PART = 1500;

  private final Campaigns campaigns;
  private final Attendances attendances;
  private final Rosters rosters;
  private final Responsibles responsibles;

  StudyBriefs(
      Campaigns campaigns, Attendances attendances, Rosters rosters, Responsibles responsibles) {
    this.campaigns = campaigns;
    this.attendances = attendances;
    this.rosters = rosters;
    this.responsibles = responsibles;
  }

  /** When, what about, whom to invite, what to read. */
  String prepare(StudySession session) {
    var campaign = campaigns.get(session.campaignId());
    var leader =
        responsibles
            .leaderInChargeOf(campaign.id(), session.unitId())
            .map(person -> person.name() + " " + person.post())
            .map(name -> text(campaign, "study.brief.leader", name))
            .orElse("");
    return Markdown.cut(
        head(campaign, session)
            + topic(campaign, session.topicId())
            + leader
            + text(campaign, "study.brief.prepare-by", moment(campaign, session.time().prepareBy()))
            + readings(campaign, session.topicId()));
  }

  /** When it was, what was arranged, and until when the record is due. */
  String record(StudySession session) {
    var campaign = campaigns.get(session.campaignId());
    var arranged =
        attendances
            .preparation(session.key())
            .filter(preparation -> session.preparedAt() != null)
            .map(
                preparation ->
                    text(
                        campaign,
                        "study.brief.arranged",
                        preparation.place(),
                        name(campaign, preparation.hostId()),
                        preparation.kind().isEmpty()
                            ? ""
                            : new Markdown(text(campaign, "study.brief.way", preparation.kind()))))
            .orElseGet(() -> text(campaign, "study.brief.unprepared"));
    return Markdown.cut(
        head(campaign, session)
            + arranged
            + text(campaign, "study.brief.record-by", moment(campaign, session.dueAt())));
  }

  /** Who missed what, and until when they make up for it. */
  String makeUp(StudySession session) {
    var campaign = campaigns.get(session.campaignId());
    var missed =
        attendances.ofSession(session.key()).stream()
            .filter(attendance -> attendance.missed())
            .map(attendance -> name(campaign, attendance.personId()))
            .collect(Collectors.joining("、"));
    return Markdown.cut(
        head(campaign, session)
            + topic(campaign, session.topicId())
            + text(campaign, "study.brief.missed", Markdown.plain(missed, LONGEST_PART))
            + text(campaign, "study.brief.make-up-by", moment(campaign, session.dueAt())));
  }

  /** For which day the office supplies what, and until when. */
  String supply(StudyMaterial material) {
    var campaign = campaigns.get(material.campaignId());
    return "### "
        + Markdown.plain(material.title())
        + moved(campaign, material.date())
        + topic(campaign, material.topicId())
        + text(campaign, "study.brief.supply-by", moment(campaign, material.limitAt()));
  }

  /** Reading list of a topic as plain text, a numbered line each; empty where it has none. */
  String readingList(Campaign campaign, @Nullable String topicId) {
    return numbered(work(campaign, topicId).map(Work::readings).orElse(List.of()));
  }

  private static String numbered(List<String> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> (i + 1) + ". " + lines.get(i))
        .collect(Collectors.joining("\n"));
  }

  private String readings(Campaign campaign, @Nullable String topicId) {
    var readings =
        work(campaign, topicId).map(Work::readings).orElse(List.of()).stream()
            .map(reading -> Markdown.plain(reading).source())
            .toList();
    return readings.isEmpty()
        ? ""
        : text(
            campaign,
            "study.brief.readings",
            new Markdown(Markdown.cut(numbered(readings), LONGEST_PART)));
  }

  private static Optional<Work> work(Campaign campaign, @Nullable String workId) {
    return campaign.plan().works().filter(work -> work.id().equals(workId)).findFirst();
  }

  private static String head(Campaign campaign, StudySession session) {
    var time = session.time();
    var until =
        DateTimeFormatter.ofPattern("HH:mm").format(time.ends().atZone(campaign.plan().zone()));
    return text(
            campaign, "study.brief.head", session.title(), moment(campaign, time.begins()), until)
        + moved(campaign, time.date());
  }

  private static String moved(Campaign campaign, EffectiveDate date) {
    return date.moved()
        ? text(campaign, "study.brief.moved", date.planDate(), String.valueOf(date.dayOff()))
        : "";
  }

  private static String topic(Campaign campaign, @Nullable String topicId) {
    return work(campaign, topicId)
        .map(work -> work.theme() == null ? work.title() : work.theme())
        .map(theme -> text(campaign, "study.brief.topic", Markdown.plain(theme, LONGEST_PART)))
        .orElse("");
  }

  private String name(Campaign campaign, String personId) {
    return rosters.person(campaign.id(), personId).map(Person::name).orElse(personId);
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(Messages.text(language, "study.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
