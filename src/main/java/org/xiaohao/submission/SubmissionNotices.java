package org.xiaohao.submission;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Appointment;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.notification.CalendarEntries;
import org.xiaohao.notification.Letterhead;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/**
 * What owners of a paper are told at once: it came back, or its limit was decided on. Whoever has
 * its limit in a calendar is told of all that becomes of that.
 */
@Component
class SubmissionNotices {

  private final Notices notices;
  private final CalendarEntries calendars;
  private final Links links;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final Clock clock;

  SubmissionNotices(
      Notices notices,
      CalendarEntries calendars,
      Links links,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      Clock clock) {
    this.notices = notices;
    this.calendars = calendars;
    this.links = links;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.clock = clock;
  }

  /** A reviewer sent it back. The calendar notes the limit that counts now. */
  void returned(Submission paper, String comment) {
    var plan = campaigns.get(paper.campaignId()).plan();
    var head = new Letterhead(plan);
    var until = head.moment(paper.dueAt());
    var subject = text(plan, "returned-subject", until, head.brief(paper.title()));
    var said = List.of(text(plan, "returned", paper.title(), until), head.comment(comment));
    tell(paper, "returned/" + paper.timesReturned(), subject, said, limit(paper));
  }

  /** It need not be reviewed any more; waits for the next digest. */
  void accepted(Submission paper) {
    var plan = campaigns.get(paper.campaignId()).plan();
    var head = new Letterhead(plan);
    owners(paper)
        .forEach(
            person ->
                notices.post(
                    Notice.forDigest(
                            paper.key() + "/accepted/" + paper.timesReturned() + "/" + person.id(),
                            plan.id(),
                            person,
                            text(plan, "accepted", head.brief(paper.title())),
                            text(plan, "accepted", paper.title()))
                        .about(paper.key())
                        .leadingTo(links.item(paper.key()))));
  }

  /** More time was granted, or refused. The calendar notes the limit that counts now. */
  void decided(Submission paper, Extension asked, boolean granted, String comment) {
    var plan = campaigns.get(paper.campaignId()).plan();
    var head = new Letterhead(plan);
    var until = head.moment(paper.dueAt());
    var code = granted ? "granted" : "refused";
    var said =
        Stream.of(
                text(plan, code, paper.title(), until),
                comment.isBlank() ? "" : head.comment(comment))
            .filter(line -> !line.isEmpty())
            .toList();
    var subject = text(plan, code + "-subject", head.brief(paper.title()), until);
    tell(paper, "extension/" + asked.id(), subject, said, granted ? limit(paper) : null);
  }

  /** Its limit was moved without being asked for: the calendars that note it note the new one. */
  void moved(Submission paper, String reason) {
    tellHolders(paper, "moved", reason, limit(paper), "calendar-changed");
  }

  /** It need not be handed in: the limit goes out of the calendars that note it. */
  void waived(Submission paper, @Nullable String reason) {
    tellHolders(paper, "waived", reason, cancelled(paper), "calendar-removed");
  }

  /** The campaign is over before its limit, which goes out of the calendars that note it. */
  void lapsed(Submission paper) {
    if (paper.dueAt().isAfter(clock.instant())) {
      tellHolders(paper, "lapsed", null, cancelled(paper), "calendar-removed");
    }
  }

  private Appointment cancelled(Submission paper) {
    return limit(paper).as(Kind.CANCELLED);
  }

  /** Whoever has no entry has nothing to change: most papers are waived before anybody noted it. */
  private void tellHolders(
      Submission paper, String what, @Nullable String reason, Appointment entry, String remark) {
    var plan = campaigns.get(paper.campaignId()).plan();
    var head = new Letterhead(plan);
    var until = head.moment(paper.dueAt());
    var subject = text(plan, what + "-subject", head.brief(paper.title()), until);
    var said =
        Stream.of(
                text(plan, what, paper.title(), until),
                reason == null ? "" : text(plan, "reason", reason))
            .filter(line -> !line.isEmpty())
            .toList();
    calendars.holders(paper.key()).stream()
        .flatMap(holder -> active(paper, holder).stream())
        .forEach(
            to ->
                notices.post(
                    Notice.atOnce(
                            "%s/%s/%d/%s".formatted(paper.key(), what, entry.sequence(), to.id()),
                            plan.id(),
                            to,
                            head.letter(to, subject, said).remarking(text(plan, remark)))
                        .about(paper.key())
                        .leadingTo(links.item(paper.key()))
                        .with(entry)));
  }

  /** The limit that counts now, for the calendar. */
  private Appointment limit(Submission paper) {
    var plan = campaigns.get(paper.campaignId()).plan();
    return Appointment.limit(
        paper.key(),
        text(plan, "limit", paper.title()),
        paper.dueAt(),
        links.item(paper.key()),
        clock.instant());
  }

  private void tell(
      Submission paper,
      String what,
      String subject,
      List<String> paragraphs,
      @Nullable Appointment calendar) {
    var head = new Letterhead(campaigns.get(paper.campaignId()).plan());
    var open = head.open(links.item(paper.key()));
    for (var person : owners(paper).toList()) {
      var letter = head.letter(person, subject, paragraphs).offering(open);
      var key = paper.key() + "/" + what + "/" + person.id();
      var notice = Notice.atOnce(key, paper.campaignId(), person, letter).about(paper.key());
      notices.post(calendar == null ? notice : notice.with(calendar));
    }
  }

  /** Whose it is, and who handed it in. */
  private Stream<Person> owners(Submission paper) {
    var owners = new LinkedHashMap<String, Person>();
    Stream.of(owner(paper), active(paper, paper.submittedBy()))
        .flatMap(Optional::stream)
        .forEach(person -> owners.put(person.id(), person));
    return owners.values().stream();
  }

  private Optional<Person> owner(Submission paper) {
    if (paper.personId() != null) {
      return active(paper, paper.personId());
    }
    if (paper.unitId() != null) {
      return responsibles.liaisonOf(paper.campaignId(), paper.unitId());
    }
    return paper.branchId() == null
        ? Optional.empty()
        : responsibles.secretaryOf(paper.campaignId(), paper.branchId());
  }

  private Optional<Person> active(Submission paper, @Nullable String personId) {
    return personId == null ? Optional.empty() : rosters.activePerson(paper.campaignId(), personId);
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "submission.notice." + code, arguments);
  }
}
