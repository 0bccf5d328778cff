package org.xiaohao.webapps.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.Benchmark;
import org.xiaohao.benchmark.Selections;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.consultation.Consultations;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.shared.Messages;
import org.xiaohao.study.Attendances;
import org.xiaohao.supervision.Assignments;
import org.xiaohao.supervision.Inspections;

/**
 * What was written about a thing that is no paper: minutes and resolutions, benchmarks and the
 * standard, summaries, reports. Whoever may see the thing may read it.
 */
@Component
class ItemTexts {

  private final Meetings meetings;
  private final Attendances attendances;
  private final Consultations consultations;
  private final Selections selections;
  private final Assignments assignments;
  private final Inspections inspections;

  ItemTexts(
      Meetings meetings,
      Attendances attendances,
      Consultations consultations,
      Selections selections,
      Assignments assignments,
      Inspections inspections) {
    this.meetings = meetings;
    this.attendances = attendances;
    this.consultations = consultations;
    this.selections = selections;
    this.assignments = assignments;
    this.inspections = inspections;
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
      case SESSION -> session(page, item.key());
      case CONSULTATION -> page.add("summary", consultations.get(item.key()).summary());
      case SELECTION -> selection(page, item.key());
      case ASSIGNMENT, INSPECTION, OTHER -> other(page, item);
      case PAPER, MATERIAL, PROBLEM -> {}
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

  private void session(Page page, String key) {
    attendances.preparation(key).ifPresent(session -> page.add("study-place", session.place()));
    attendances.note(key).ifPresent(note -> page.add("study-note", note));
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

  private void other(Page page, LedgerItem item) {
    if (item.kindId().equals("assignment")) {
      var assignment = assignments.get(item.key());
      page.add("wanted", assignment.what());
      page.add("report", assignment.report());
    } else if (item.kindId().equals("inspection")) {
      page.add("checks", numbered(inspections.get(item.key()).checks()));
      page.add("inspected", inspections.summary(item.key()).orElse(null));
    }
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
