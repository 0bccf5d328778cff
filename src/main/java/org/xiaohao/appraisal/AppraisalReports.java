package org.xiaohao.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Refusal;

/** What came out of an appraisal, for those who may see it. */
@Service
@Transactional(readOnly = true)
public class AppraisalReports {

  private final Rounds rounds;
  private final Proposals proposals;
  private final AppraisalRules rules;
  private final Rosters rosters;

  AppraisalReports(Rounds rounds, Proposals proposals, AppraisalRules rules, Rosters rosters) {
    this.rounds = rounds;
    this.proposals = proposals;
    this.rules = rules;
    this.rosters = rosters;
  }

  /**
   * The points of a party, each with its record.
   *
   * @param verdict null until it is published, but for the office and the leading group
   * @param titles what the records are called, by their keys
   */
  public record Score(
      Proposal standing,
      @Nullable Verdict verdict,
      List<Point> points,
      Map<String, String> titles) {}

  /**
   * A line of the year-end sheet (R88).
   *
   * @param facts how many facts of each kind
   * @param people average points of its people, rounded
   */
  public record YearEnd(Proposal standing, Map<String, Integer> facts, long people) {}

  /**
   * The points of a party.
   *
   * @throws Refusal if nothing was counted, or the reader may not see them
   */
  public Score score(String campaignId, Party party, String reader) {
    if (!rules.maySee(campaignId, party, reader)) {
      throw new Refusal("appraisal.score-not-yours");
    }
    var round = round(campaignId);
    var standing =
        proposals
            .find(round.key(), party)
            .orElseThrow(() -> new Refusal("appraisal.party-unknown", party.id()));
    var points = proposals.points(round.key(), party);
    return new Score(
        standing,
        knowsVerdicts(round, reader) ? standing.verdict() : null,
        points,
        proposals.titles(points.stream().map(Point::key).toList()));
  }

  /** Whether the reader is to know verdicts: when they are published, or are made by the reader. */
  public boolean knowsVerdicts(Round round, String reader) {
    return round.publishedAt() != null || decides(round.campaignId(), reader);
  }

  /** Units whose points the reader may see, in the fixed order; none before points are counted. */
  public List<Proposal> units(String campaignId, String reader) {
    var counted = rounds.find(campaignId).filter(round -> round.computedAt() != null);
    return counted.stream()
        .flatMap(
            round ->
                rosters.units(campaignId).stream()
                    .map(AppraisalReports::party)
                    .filter(unit -> rules.maySee(campaignId, unit, reader))
                    .flatMap(unit -> proposals.find(round.key(), unit).stream()))
        .toList();
  }

  /** Whether the reader may see the points of all people of that unit. */
  public boolean seesPeople(String campaignId, String unitId, String reader) {
    return rules.maySeePeople(campaignId, unitId, reader);
  }

  /**
   * The people of a unit, in the order of the roster.
   *
   * @param unitId empty for those who belong to none
   * @throws Refusal if nothing was counted, or the reader may not see them
   */
  public List<Proposal> people(String campaignId, String unitId, String reader) {
    if (!rules.maySeePeople(campaignId, unitId, reader)) {
      throw new Refusal("appraisal.score-not-yours");
    }
    return proposals.people(round(campaignId).key(), unitId);
  }

  /**
   * Whether the reader may see points that come of that item, and so the record behind them.
   *
   * @param itemKey business key of a thing of any room
   */
  public boolean shows(String campaignId, String itemKey, String reader) {
    return !partiesShown(campaignId, itemKey, reader).isEmpty();
  }

  /** Units whose points come of that item, and may be seen by the reader. */
  public Set<String> unitsShown(String campaignId, String itemKey, String reader) {
    return partiesShown(campaignId, itemKey, reader).stream()
        .filter(party -> party.level() != Level.PERSON)
        .map(Party::id)
        .collect(Collectors.toSet());
  }

  private List<Party> partiesShown(String campaignId, String itemKey, String reader) {
    return rounds.find(campaignId).filter(round -> round.computedAt() != null).stream()
        .flatMap(round -> proposals.withPointsOf(round.key(), itemKey).stream())
        .filter(party -> rules.maySee(campaignId, party, reader))
        .toList();
  }

  /** Who is commended, or criticised; once it is published, for everybody who takes part. */
  public List<Proposal> published(String campaignId, Verdict verdict) {
    var round = round(campaignId);
    return round.publishedAt() == null ? List.of() : proposals.with(round.key(), verdict);
  }

  /** The year-end sheet: every unit in the fixed order, zeros included. */
  public List<YearEnd> yearEnd(String campaignId, String reader) {
    if (!decides(campaignId, reader)) {
      throw new Refusal("appraisal.score-not-yours");
    }
    var key = round(campaignId).key();
    var facts = new HashMap<String, Map<String, Integer>>();
    proposals
        .tallies(key)
        .forEach(
            tally ->
                facts
                    .computeIfAbsent(tally.unitId(), any -> new HashMap<>())
                    .put(tally.factKind(), tally.facts()));
    var people =
        proposals.all(key, Level.PERSON).stream()
            .filter(person -> person.unitId() != null)
            .collect(
                Collectors.groupingBy(Proposal::unitId, Collectors.averagingInt(Proposal::total)));
    return rosters.units(campaignId).stream()
        .flatMap(unit -> proposals.find(key, party(unit)).stream())
        .map(
            unit ->
                new YearEnd(
                    unit,
                    facts.getOrDefault(unit.party().id(), Map.of()),
                    Math.round(people.getOrDefault(unit.party().id(), 0.0))))
        .toList();
  }

  private static Party party(Unit unit) {
    return new Party(Level.valueOf(unit.kind().name()), unit.id());
  }

  private boolean decides(String campaignId, String reader) {
    return rules.isOffice(campaignId, reader) || rules.isLeadingGroup(campaignId, reader);
  }

  private Round round(String campaignId) {
    return rounds
        .find(campaignId)
        .filter(round -> round.computedAt() != null)
        .orElseThrow(() -> new Refusal("appraisal.not-begun"));
  }
}
