package org.xiaohao.consultation.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationEntries;
import org.xiaohao.consultation.ConsultationForm;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.FilledIn;
import org.xiaohao.consultation.Validity;
import org.xiaohao.shared.Messages;

/**
 * Between the plan's questions and the form, which is the same for every plan: it has six answers
 * {@code q1} to {@code q6} and shows those that the plan asks for.
 */
@Component
class ConsultationSheet {

  /** Enough to read an opinion in a list; the whole text stays in the tables. */
  private static final int LONGEST_SHOWN = 300;

  private final Campaigns campaigns;
  private final ConsultationForms forms;

  ConsultationSheet(Campaigns campaigns, ConsultationForms forms) {
    this.campaigns = campaigns;
    this.forms = forms;
  }

  /** Field to question. */
  Map<String, String> questions(Consultation consultation) {
    var fields = new LinkedHashMap<String, String>();
    var questions = asked(consultation);
    for (var i = 0; i < questions.size(); i++) {
      fields.put(field(i), questions.get(i));
    }
    return fields;
  }

  /** Forms that the sheet is opened with: an empty one. */
  Map<String, Object> empty() {
    return Map.of("forms", List.of(Map.of()));
  }

  /** Every form with its verdict, the newest first. */
  List<Map<String, String>> returned(Consultation consultation) {
    return newestFirst(consultation).stream()
        .map(
            form ->
                Map.of(
                    "number", String.valueOf(form.number()),
                    "day", form.day().toString(),
                    "affiliation", form.content().affiliation(),
                    "source",
                        text(
                            consultation,
                            "consultation.source." + form.source().name().toLowerCase(Locale.ROOT)),
                    "validity", word(consultation, form.validity()),
                    "reason", form.reason() == null ? "" : shorten(form.reason())))
        .toList();
  }

  private List<ConsultationForm> newestFirst(Consultation consultation) {
    var newest = new ArrayList<>(forms.of(consultation.key()));
    Collections.reverse(newest);
    return newest;
  }

  /** Forms that do not count, as choices for the office. */
  List<Map<String, String>> rejected(Consultation consultation) {
    return forms.of(consultation.key()).stream()
        .filter(form -> !form.isValid())
        .map(form -> choice(consultation, form))
        .toList();
  }

  /** Forms that count, as choices of the unit. */
  List<Map<String, String>> accepted(Consultation consultation) {
    return forms.of(consultation.key()).stream()
        .filter(ConsultationForm::isValid)
        .map(
            form ->
                Map.of(
                    "label",
                    text(
                        consultation,
                        "consultation.choice-opinion",
                        String.valueOf(form.number()),
                        shorten(answers(form))),
                    "value",
                    String.valueOf(form.number())))
        .toList();
  }

  private Map<String, String> choice(Consultation consultation, ConsultationForm form) {
    var label =
        text(
            consultation,
            "consultation.choice",
            String.valueOf(form.number()),
            form.content().affiliation(),
            word(consultation, form.validity()),
            shorten(answers(form)));
    return Map.of("label", label, "value", String.valueOf(form.number()));
  }

  /** What the forms that count say, a row each. */
  List<Map<String, String>> opinions(Consultation consultation) {
    return forms.of(consultation.key()).stream()
        .filter(ConsultationForm::isValid)
        .map(
            form ->
                Map.of(
                    "number", String.valueOf(form.number()),
                    "affiliation", form.content().affiliation(),
                    "opinion", shorten(answers(form))))
        .toList();
  }

  /** Columns of {@link #opinions}. */
  List<Map<String, String>> opinionColumns(Consultation consultation) {
    return Stream.of("affiliation", "opinion")
        .map(key -> Map.of("key", key, "label", text(consultation, "consultation." + key)))
        .toList();
  }

  /** What was answered at all, with the number of its question where there are several. */
  private static String answers(ConsultationForm form) {
    var answers = form.content().answers();
    return IntStream.range(0, answers.size())
        .filter(i -> !answers.get(i).isBlank())
        .mapToObj(i -> answers.size() == 1 ? answers.get(i) : (i + 1) + ". " + answers.get(i))
        .collect(Collectors.joining(" "));
  }

  /** What the form sends; forms of which nothing is filled in are left out. */
  List<FilledIn> read(Consultation consultation, JsonNode sheet) {
    var questions = asked(consultation).size();
    var filledIn = new ArrayList<FilledIn>();
    for (var row : sheet.path("forms")) {
      var answers = new ArrayList<String>();
      for (var i = 0; i < questions; i++) {
        answers.add(row.path(field(i)).asText(""));
      }
      var form = new FilledIn(row.path("affiliation").asText(""), answers);
      if (!form.isBlank() || !form.affiliation().isEmpty()) {
        filledIn.add(form);
      }
    }
    return filledIn;
  }

  private List<String> asked(Consultation consultation) {
    return ConsultationEntries.of(campaigns.get(consultation.campaignId()), consultation)
        .questions();
  }

  private String word(Consultation consultation, Validity validity) {
    var code = "consultation.validity." + validity.name().toLowerCase(Locale.ROOT);
    return text(consultation, code.replace('_', '-'));
  }

  private String text(Consultation consultation, String code, Object... arguments) {
    var language = campaigns.get(consultation.campaignId()).plan().language();
    return Messages.text(language, code, arguments);
  }

  private static String field(int index) {
    return "q" + (index + 1);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
