package org.xiaohao.rectification.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.engine.TaskForm;
import org.xiaohao.rectification.Dossiers;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.Proposal;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Between a problem and the fields of its forms. */
@Component
class RectificationForms {

  /** Choices that a form can hold and people can still look through. */
  private static final int MOST_CHOICES = 300;

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ProblemList problems;
  private final Dossiers dossiers;

  RectificationForms(
      Campaigns campaigns, Rosters rosters, ProblemList problems, Dossiers dossiers) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.problems = problems;
    this.dossiers = dossiers;
  }

  /** Its texts at full length, to be read. */
  Map<String, String> texts(Problem problem) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("text", problem.origin().text());
    put(texts, "cause", problem.remedy().cause());
    put(texts, "measure", problem.remedy().measure());
    dossiers.evidence(problem.key()).stream()
        .reduce((before, after) -> after)
        .ifPresent(
            evidence -> {
              put(texts, "before", evidence.before());
              put(texts, "after", evidence.after());
            });
    return texts;
  }

  private static void put(Map<String, String> texts, String field, String text) {
    if (text != null && !text.isEmpty()) {
      texts.put(field, text);
    }
  }

  /** What the unit proposed before, where it has to propose anew. */
  Map<String, String> proposal(Problem problem) {
    var remedy = problem.remedy();
    var fields = new LinkedHashMap<String, String>();
    fields.put("cause", remedy.cause() == null ? "" : remedy.cause());
    fields.put("measure", remedy.measure() == null ? "" : remedy.measure());
    fields.put("owner", remedy.owner());
    fields.put("until", remedy.owner() == null ? null : problem.date().planDate().toString());
    return fields;
  }

  /** All units. */
  List<Map<String, String>> units(Problem problem) {
    return rosters.units(problem.campaignId()).stream()
        .map(unit -> choice(unit.name(), unit.id()))
        .toList();
  }

  /** The plan's kinds of problem. */
  List<Map<String, String>> kinds(Problem problem) {
    return campaigns.get(problem.campaignId()).plan().problemKinds().stream()
        .map(kind -> choice(kind, kind))
        .toList();
  }

  /** Problems into which it can be merged, those of its unit first. */
  List<Map<String, String>> others(Problem problem) {
    var standing =
        problems.standing(problem.campaignId()).stream()
            .filter(other -> !other.key().equals(problem.key()))
            .toList();
    var unit = problem.unitId();
    return Stream.concat(
            standing.stream().filter(other -> unit != null && unit.equals(other.unitId())),
            standing.stream().filter(other -> unit == null || !unit.equals(other.unitId())))
        .limit(MOST_CHOICES)
        .map(other -> choice(other.title(), other.key()))
        .toList();
  }

  /** Everybody of its unit. */
  List<Map<String, String>> members(Problem problem) {
    return problem.unitId() == null
        ? List.of()
        : rosters.peopleOf(problem.campaignId(), problem.unitId()).stream()
            .map(RectificationForms::choice)
            .toList();
  }

  /** Who of the office may verify it: never its owner. */
  List<Map<String, String>> verifiers(Problem problem) {
    return campaigns
        .get(problem.campaignId())
        .plan()
        .office()
        .people()
        .filter(person -> !person.equals(problem.remedy().owner()))
        .flatMap(person -> rosters.activePerson(problem.campaignId(), person).stream())
        .map(RectificationForms::choice)
        .toList();
  }

  private static Map<String, String> choice(Person person) {
    return choice(person.name() + " · " + person.post(), person.id());
  }

  private static Map<String, String> choice(String label, String value) {
    return Map.of("label", label, "value", value);
  }

  static Proposal proposal(JsonNode form) {
    return new Proposal(
        text(form, "cause"), text(form, "measure"), text(form, "owner"), day(text(form, "until")));
  }

  static Rating rating(TaskForm form) {
    var kind = form.text("kind");
    return new Rating(
        kind.isEmpty() ? null : kind, number(form.text("weight")), number(form.text("urgency")));
  }

  /** A select field gives a text, or a number, or nothing. */
  private static int number(String text) {
    return text.matches("[1-3]") ? text.charAt(0) - '0' : 0;
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new Refusal("rectification.date-missing");
    }
  }

  static String text(JsonNode form, String field) {
    return form.path(field).asText("").strip();
  }
}
