package org.xiaohao.webapps.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Benchmark;
import org.xiaohao.benchmark.Selections;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.shared.Messages;
import org.xiaohao.study.Attendance;
import org.xiaohao.study.Attendances;
import org.xiaohao.supervision.Assignments;
import org.xiaohao.supervision.Inspections;

/**
 * What was written about a thing that is no paper: minutes and resolutions, benchmarks and the
 * standard, attendance, findings, summaries, reports. Whoever may see the thing may read it; who
 * sees it for the sake of points only, what is about these.
 */
@Component
class ItemTexts {

  private final Meetings meetings;
  private final Attendances attendances;
  private final Consultations consultations;
  private final Selections selections;
  private final Assignments assignments;
  private final Inspections inspections;
  private final ItemAccess access;
  private final ItemWords words;
  private final Login login;

  ItemTexts(
      Meetings meetings,
      Attendances attendances,
      Consultations consultations,
      Selections selections,
      Assignments assignments,
      Inspections inspections,
      ItemAccess access,
      ItemWords words,
      Login login) {
    this.meetings = meetings;
    this.attendances = attendances;
    this.consultations = consultations;
    this.selections = selections;
    this.assignments = assignments;
    this.inspections = inspections;
    this.access = access;
    this.words = words;
    this.login = login;
  }

  /**
   * A text with its title.
   *
   * @param text of any length, with line breaks
   */
  record Text(String label, String text) {}

  /** The texts that are there; none for papers and problems, which show theirs otherwise. */
  List<Text> of(Campaign campaign, LedgerItem item) {
    var page = new Page(campaign);
    switch (Thing.of(item)) {
      case MEETING -> meeting(page, item.key());
      case SESSION -> session(page, item);
      case CONSULTATION -> page.add("summary", consultations.get(item.key()).summary());
      case SELECTION -> selection(page, item.key());
      case ASSIGNMENT -> assignment(page, item.key());
      case INSPECTION -> inspection(page, item);
      case PAPER, MATERIAL, PROBLEM, OTHER -> {}
    }
    return page.texts;
  }

  private void meeting(Page page, String key) {
    var arrangement = meetings.get(key).arrangement();
    if (arrangement != null) {
      page.add(
          "place",
          page.say(
              "meets",
              arrangement.day(),
              arrangement.starts() + "–" + arrangement.ends(),
              arrangement.place(),
              arrangement.host()));
      page.add("agenda", arrangement.agenda());
    }
    meetings
        .minutes(key)
        .ifPresent(
            minutes -> {
              page.add("attendees", page.say("came", String.valueOf(minutes.attendees())));
              page.add("attendance", minutes.attendance());
              page.add("minutes", minutes.text());
              page.add("resolutions", numbered(minutes.resolutions()));
            });
  }

  /** Who was there is for those who answer for the session; a person reads the own attendance. */
  private void session(Page page, LedgerItem item) {
    var key = item.key();
    attendances.preparation(key).ifPresent(session -> page.add("study-place", session.place()));
    attendances.note(key).ifPresent(note -> page.add("study-note", note));
    var all = access.seesAll(item);
    page.add(
        "study-attendance",
        attendances.ofSession(key).stream()
            .filter(one -> all || one.personId().equals(login.id()))
            .map(one -> attendance(page, one))
            .collect(Collectors.joining("\n")));
  }

  private String attendance(Page page, Attendance one) {
    var said =
        Stream.of(
                page.say("presence." + one.presence()),
                one.reason() == null ? "" : one.reason(),
                one.madeUpOn() == null
                    ? ""
                    : page.say("made-up", one.madeUpOn(), String.valueOf(one.madeUpHow())))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(page.say("and")));
    return page.say("attended", words.name(page.campaign, one.personId()), said);
  }

  private void selection(Page page, String key) {
    var newest = selections.versions(key).stream().findFirst();
    newest.ifPresent(
        version ->
            page.add(
                "benchmarks",
                numbered(
                    version.benchmarks().stream()
                        .map(benchmark -> benchmark(page, benchmark))
                        .toList())));
    selections
        .visit(key)
        .ifPresent(
            visit ->
                page.add(
                    "visit",
                    page.say(
                        "visited", visit.day(), visit.place(), visit.visitors(), visit.learned())));
    selections
        .standard(key)
        .ifPresentOrElse(
            standard -> page.add("standard", standard.text()),
            () -> newest.ifPresent(version -> page.add("draft", version.standard())));
  }

  private static String benchmark(Page page, Benchmark one) {
    return page.say("benchmark", one.workKind(), one.model(), one.means(), one.reason());
  }

  private void assignment(Page page, String key) {
    var assignment = assignments.get(key);
    page.add("wanted", assignment.what());
    page.add("report", assignment.report());
  }

  /** A unit whose praise brought points reads that praise; what was found elsewhere is not its. */
  private void inspection(Page page, LedgerItem item) {
    var key = item.key();
    page.add("checks", numbered(inspections.get(key).checks()));
    if (access.seesAll(item)) {
      page.add("inspected", inspections.summary(key).orElse(null));
      page.add("findings", findings(page, key, Set.of("PROBLEM", "PRAISE"), any -> true));
    } else {
      page.add(
          "findings", findings(page, key, Set.of("PRAISE"), access.unitsShown(item)::contains));
    }
  }

  private String findings(Page page, String key, Set<String> kinds, Predicate<String> unit) {
    return inspections.findings(key).stream()
        .filter(found -> kinds.contains(found[0]) && unit.test(found[1]))
        .map(
            found -> page.say("finding." + found[0], words.unit(page.campaign, found[1]), found[2]))
        .collect(Collectors.joining("\n"));
  }

  private static String numbered(List<String> lines) {
    return lines.size() == 1
        ? lines.get(0)
        : IntStream.range(0, lines.size())
            .mapToObj(i -> (i + 1) + ". " + lines.get(i))
            .collect(Collectors.joining("\n"));
  }

  /** The texts of one thing, in the language of its campaign. */
  private static final class Page {

    private final Campaign campaign;
    private final List<Text> texts = new ArrayList<>();

    Page(Campaign campaign) {
      this.campaign = campaign;
    }

    void add(String what, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        texts.add(new Text(say(what), text));
      }
    }

    String say(String what, Object... arguments) {
      return Messages.text(campaign.plan().language(), "webapps.text." + what, arguments);
    }
  }
}
