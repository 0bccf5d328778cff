package org.xiaohao.rectification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;

/** What people choose from when they decide about a problem. */
@Component
public class ProblemChoices {

  /** Choices that a form can hold and people can still look through. */
  private static final int MOST = 300;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ProblemList problems;

  ProblemChoices(Campaigns campaigns, Rosters rosters, ProblemList problems) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.problems = problems;
  }

  /**
   * One of several.
   *
   * @param label what people read
   * @param value what stands for it
   */
  public record Choice(String label, String value) {}

  /** All units. */
  public List<Choice> units(Problem problem) {
    return rosters.units(problem.campaignId()).stream()
        .map(unit -> new Choice(unit.name(), unit.id()))
        .toList();
  }

  /** The plan's kinds of problem. */
  public List<Choice> kinds(Problem problem) {
    return campaigns.get(problem.campaignId()).plan().problemKinds().stream()
        .map(kind -> new Choice(kind, kind))
        .toList();
  }

  /** Problems into which it can be merged, those of its unit first. */
  public List<Choice> others(Problem problem) {
    var standing =
        problems.standing(problem.campaignId()).stream()
            .filter(other -> !other.key().equals(problem.key()))
            .toList();
    var unit = problem.unitId();
    return Stream.concat(
            standing.stream().filter(other -> unit != null && unit.equals(other.unitId())),
            standing.stream().filter(other -> unit == null || !unit.equals(other.unitId())))
        .limit(MOST)
        .map(other -> new Choice(other.title(), other.key()))
        .toList();
  }

  /** Everybody of its unit. */
  public List<Choice> members(Problem problem) {
    return problem.unitId() == null
        ? List.of()
        : rosters.peopleOf(problem.campaignId(), problem.unitId()).stream()
            .map(ProblemChoices::choice)
            .toList();
  }

  /** Who of the office may verify it: never its owner. */
  public List<Choice> verifiers(Problem problem) {
    return campaigns
        .get(problem.campaignId())
        .plan()
        .office()
        .people()
        .filter(person -> !person.equals(problem.remedy().owner()))
        .flatMap(person -> rosters.activePerson(problem.campaignId(), person).stream())
        .map(ProblemChoices::choice)
        .toList();
  }

  /**
   * Whom or what an act of the office names.
   *
   * @return empty where the act names nothing
   */
  public List<Choice> of(ProblemAct act, Problem problem) {
    return switch (act) {
      case REASSIGN -> without(units(problem), problem.unitId());
      case NAME_OWNER ->
          without(without(members(problem), problem.remedy().owner()), problem.remedy().verifier());
      case NAME_VERIFIER -> without(verifiers(problem), problem.remedy().verifier());
      case RATE -> kinds(problem);
      case MERGE -> others(problem);
      case MOVE, SPLIT, CANCEL, REOPEN -> List.of();
    };
  }

  private static List<Choice> without(List<Choice> choices, @Nullable String value) {
    return choices.stream().filter(choice -> !choice.value().equals(value)).toList();
  }

  private static Choice choice(Person person) {
    return new Choice(person.name() + " · " + person.post(), person.id());
  }
}
