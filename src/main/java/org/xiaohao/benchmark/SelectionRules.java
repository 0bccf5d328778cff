package org.xiaohao.benchmark;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.BenchmarkSelection;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.Refusal;

/** Who may do what with a selection, and what a proposal must contain. */
@Component
public class SelectionRules {

  private static final int LONGEST_TEXT = 200_000;

  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final SelectionDates dates;

  SelectionRules(
      Campaigns campaigns, Responsibles responsibles, Deputies deputies, SelectionDates dates) {
    this.campaigns = campaigns;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.dates = dates;
  }

  /** The entry of the plan behind a selection. */
  public BenchmarkSelection entry(Selection selection) {
    return campaigns.get(selection.campaignId()).plan().benchmarkSelections().stream()
        .filter(entry -> entry.id().equals(selection.selectionId()))
        .findFirst()
        .orElseThrow(() -> new Refusal("benchmark.unknown", selection.key()));
  }

  /**
   * Group that notes the collective discussion (R58): the head of the unit; where the head proposed
   * or there is none, the leader in charge, else the office.
   */
  public String discussers(Selection selection) {
    var campaign = selection.campaignId();
    var unit = selection.unitId();
    if (isOther(selection, responsibles.headOf(campaign, unit))) {
      return Groups.head(campaign, unit);
    }
    return isOther(selection, responsibles.leaderInChargeOf(campaign, unit))
        ? Groups.leader(campaign, unit)
        : Groups.office(campaign);
  }

  void requireProposer(Selection selection, String by) {
    if (!isHead(selection, by)
        && !acts(
            selection, by, responsibles.liaisonOf(selection.campaignId(), selection.unitId()))) {
      throw new Refusal("benchmark.not-yours", selection.title());
    }
  }

  /** Four eyes: never the one who proposed. */
  void requireDiscusser(Selection selection, String by) {
    requireOther(selection, by);
    if (!isHead(selection, by)
        && !acts(
            selection,
            by,
            responsibles.leaderInChargeOf(selection.campaignId(), selection.unitId()))
        && !isOffice(selection, by)) {
      throw new Refusal("benchmark.not-yours-to-discuss", selection.title());
    }
  }

  /** Four eyes: never the one who proposed. */
  void requireConfirmer(Selection selection, String by) {
    requireOffice(selection, by);
    requireOther(selection, by);
  }

  void requireOffice(Selection selection, String by) {
    if (!isOffice(selection, by)) {
      throw new Refusal("benchmark.office-only", selection.title());
    }
  }

  void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refusal("benchmark.reason");
    }
    requireStorable(reason);
  }

  void requireComplete(Selection selection, Proposal proposal) {
    var entry = entry(selection);
    if (proposal.benchmarks().size() < entry.atLeast()) {
      throw new Refusal("benchmark.too-few", selection.title(), String.valueOf(entry.atLeast()));
    }
    IntStream.range(0, proposal.benchmarks().size())
        .forEach(i -> requireComplete(entry, proposal.benchmarks().get(i), i + 1));
    requireStandard(selection, proposal.standard());
    var visit = proposal.visit();
    if (visit != null) {
      requireComplete(selection, entry, visit);
    }
  }

  /** A visit may be told of as long as the campaign runs, whatever became of the proposal. */
  void requireComplete(Selection selection, FieldVisit visit) {
    if (!selection.isOpen() && selection.state() != Selection.State.CONFIRMED) {
      throw new Refusal("benchmark.wrong-state", selection.title());
    }
    requireComplete(selection, entry(selection), visit);
  }

  void requireStandard(Selection selection, String standard) {
    if (standard.isBlank()) {
      throw new Refusal("benchmark.standard-missing", selection.title());
    }
    requireStorable(standard);
  }

  void requireComplete(Selection selection, Discussion discussion) {
    requirePast(selection, discussion.day(), "benchmark.discussion-later");
    if (discussion.participants().isBlank() || discussion.result().isBlank()) {
      throw new Refusal("benchmark.discussion-incomplete");
    }
    requireStorable(discussion.participants());
    requireStorable(discussion.result());
  }

  private static void requireComplete(BenchmarkSelection entry, Benchmark benchmark, int number) {
    var cells =
        Stream.of(benchmark.workKind(), benchmark.model(), benchmark.reason(), benchmark.means());
    if (cells.anyMatch(String::isBlank)) {
      throw new Refusal("benchmark.incomplete", String.valueOf(number));
    }
    if (!entry.means().isEmpty() && !entry.means().contains(benchmark.means())) {
      throw new Refusal("benchmark.means", String.valueOf(number), String.join("、", entry.means()));
    }
    requireStorable(benchmark.workKind());
    requireStorable(benchmark.model());
    requireStorable(benchmark.reason());
  }

  private void requireComplete(Selection selection, BenchmarkSelection entry, FieldVisit visit) {
    var from = entry.fieldVisitFrom();
    var to = entry.fieldVisitTo();
    if (from == null || to == null) {
      throw new Refusal("benchmark.visit-unplanned");
    }
    if (visit.place().isBlank() || visit.visitors().isBlank() || visit.learned().isBlank()) {
      throw new Refusal("benchmark.visit-incomplete");
    }
    if (visit.day().isBefore(from) || visit.day().isAfter(to)) {
      throw new Refusal("benchmark.visit-window", from, to);
    }
    requirePast(selection, visit.day(), "benchmark.visit-later");
    Stream.of(visit.place(), visit.visitors(), visit.learned())
        .forEach(SelectionRules::requireStorable);
  }

  private void requirePast(Selection selection, LocalDate day, String code) {
    if (day.isAfter(dates.today(selection))) {
      throw new Refusal(code, day);
    }
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  private static void requireStorable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Refusal("benchmark.control-character");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refusal("benchmark.text-too-long", String.valueOf(LONGEST_TEXT));
    }
  }

  private void requireOther(Selection selection, String by) {
    if (by.equals(selection.proposedBy())
        || deputies.hasActed(selection.key(), selection.proposedBy(), by)) {
      throw new Refusal("benchmark.own-proposal", selection.title());
    }
  }

  private boolean isOffice(Selection selection, String by) {
    return campaigns.get(selection.campaignId()).plan().office().people().anyMatch(by::equals);
  }

  private boolean isHead(Selection selection, String by) {
    return acts(selection, by, responsibles.headOf(selection.campaignId(), selection.unitId()));
  }

  /** Whether there is that person, and neither they nor their deputy proposed. */
  private boolean isOther(Selection selection, Optional<Person> person) {
    return person
        .filter(somebody -> !somebody.id().equals(selection.proposedBy()))
        .filter(
            somebody -> !deputies.hasActed(selection.key(), selection.proposedBy(), somebody.id()))
        .isPresent();
  }

  /** As the person, or as who stands in for the person. */
  private boolean acts(Selection selection, String by, Optional<Person> person) {
    return deputies.acts(selection.campaignId(), by, person);
  }
}
