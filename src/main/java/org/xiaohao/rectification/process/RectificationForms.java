package org.xiaohao.rectification.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.TaskForm;
import org.xiaohao.rectification.Dossiers;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Proposal;
import org.xiaohao.shared.Refusal;

/** Between a problem and the fields of its forms. */
@Component
class RectificationForms {

  private final Dossiers dossiers;

  RectificationForms(Dossiers dossiers) {
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
