package org.xiaohao.webapps.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.xiaohao.shared.Markdown;
import org.xiaohao.webapps.phone.PhoneForm.Kind;
import org.xiaohao.webapps.phone.PhoneForm.Part;

/** The product's own forms as phones show them, and what comes back from there. */
class PhoneFormsTest {

  private static final Path FORMS = Path.of("forms");

  private static TaskForm form(String name, Map<String, Object> data) throws IOException {
    var components =
        new ObjectMapper().readTree(FORMS.resolve(name + ".form").toFile()).path("components");
    return new TaskForm(components, new HashMap<>(data));
  }

  private static MultiValueMap<String, String> sent(String... namesAndValues) {
    var sent = new LinkedMultiValueMap<String, String>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      sent.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return sent;
  }

  private static final Map<String, Object> TEXT_PAPER =
      Map.of(
          "brief",
          "### 讨论材料\n\n**方案要求**：写一篇 \\*短文\\*",
          "content",
          "TEXT",
          "columns",
          Map.of(),
          "paper",
          Map.of("text", "旧稿", "rows", List.of()));

  @Test
  void a_text_is_a_field_with_its_old_version_below_what_is_asked() throws IOException {
    var made = PhoneForms.of(form("submission.submit", TEXT_PAPER), null);
    assertThat(made.structured()).isFalse();
    assertThat(made.parts()).extracting(Part::kind).containsExactly(Kind.BRIEF, Kind.TEXT);
    var text = made.parts().get(1);
    assertThat(text.label()).isEqualTo("正文");
    assertThat(text.name()).isEqualTo("f.paper.text");
    assertThat(text.value()).isEqualTo("旧稿");
    var brief = made.parts().get(0).brief();
    assertThat(brief.get(0).look()).isEqualTo(Brief.Look.HEADING);
    assertThat(brief.get(1).spans())
        .containsExactly(
            new Brief.Span("方案要求", true, null), new Brief.Span("：写一篇 *短文*", false, null));
  }

  @Test
  void what_people_typed_is_shown_as_they_typed_it() throws IOException {
    var typed = "# *a **b** [c](/d)* <i>\\";
    var said = Markdown.text(Locale.CHINESE, "submission.brief.returned", typed, "1. " + typed);
    var made = PhoneForms.of(form("supervision-slip.answer", Map.of("brief", said)), null);
    assertThat(made.parts().get(0).brief())
        .containsExactly(
            new Brief.Block(
                Brief.Look.PARAGRAPH,
                List.of(
                    new Brief.Span("审核意见", true, null),
                    new Brief.Span("（" + typed + "）：1. " + typed, false, null))));
    var bold = Markdown.text(Locale.CHINESE, "appraisal.brief.objection", "*" + typed + "*", "");
    assertThat(Brief.blocks(bold).get(0).spans().get(0))
        .isEqualTo(new Brief.Span("*" + typed + "*", true, null));
  }

  @Test
  void rows_to_be_filled_in_are_too_much_rows_to_be_read_are_not() throws IOException {
    var table = new HashMap<>(TEXT_PAPER);
    table.put("content", "TABLE");
    table.put("columns", Map.of("c1", Map.of("title", "职能")));
    table.put("paper", Map.of("text", "", "rows", List.of(Map.of("c1", "演出管理"))));
    var writing = PhoneForms.of(form("submission.submit", table), null);
    assertThat(writing.structured()).isTrue();
    assertThat(writing.parts()).extracting(Part::kind).containsExactly(Kind.BRIEF);
    var reading = PhoneForms.of(form("submission.review", table), null);
    assertThat(reading.structured()).isFalse();
    var rows = reading.parts().stream().filter(part -> part.kind() == Kind.ROWS).findFirst();
    assertThat(rows.orElseThrow().rows())
        .containsExactly(List.of(new PhoneForm.Cell("职能", "演出管理")));
  }

  @Test
  void what_comes_back_is_what_tasklist_would_send() throws IOException {
    var answers =
        PhoneAnswers.of(
            form("submission.submit", TEXT_PAPER),
            sent(
                "f.paper.text", "一\r\n二", "f.paper.rows", "x", "f.content", "FILES", "_csrf", "y"));
    assertThat(answers.faults()).isEmpty();
    assertThat(answers.fields()).isEqualTo(Map.of("paper", Map.of("text", "一\n二")));
  }

  @Test
  void a_field_that_an_answer_hides_is_neither_asked_for_nor_taken() throws IOException {
    var form = form("rectification.check", Map.of("brief", "查", "problem", Map.of("text", "问题")));
    var shown = PhoneForms.of(form, null);
    assertThat(shown.parts()).extracting(Part::label).contains("问题", "审核结论").hasSize(4);
    assertThat(shown.parts().get(3).required()).as("only where it is returned").isFalse();

    var passed = PhoneAnswers.of(form, sent("f.outcome", "PASSED", "f.reason", "多余"));
    assertThat(passed.faults()).isEmpty();
    assertThat(passed.fields()).isEqualTo(Map.of("outcome", "PASSED"));
    var returned = PhoneAnswers.of(form, sent("f.outcome", "RETURNED", "f.reason", " "));
    assertThat(returned.faults()).hasSize(1);
    var nothing = PhoneAnswers.of(form, sent());
    assertThat(nothing.faults()).isNotEmpty();
  }

  @Test
  void dates_are_dates_and_long_texts_have_an_end() throws IOException {
    var form = form("supervision-slip.answer", Map.of("brief", "督办"));
    assertThat(PhoneForms.of(form, null).parts()).extracting(Part::kind).contains(Kind.DAY);
    var good =
        PhoneAnswers.of(
            form,
            sent("f.answer.done", "已办", "f.answer.reason", "下乡", "f.answer.byWhen", "2017-04-06"));
    assertThat(good.faults()).isEmpty();
    assertThat(good.fields())
        .isEqualTo(Map.of("answer", Map.of("done", "已办", "reason", "下乡", "byWhen", "2017-04-06")));
    assertThat(
            PhoneAnswers.of(
                    form,
                    sent("f.answer.done", "已办", "f.answer.reason", "下乡", "f.answer.byWhen", "明天"))
                .faults())
        .hasSize(1);
    var review = form("submission.review", TEXT_PAPER);
    assertThat(
            PhoneAnswers.of(review, sent("f.outcome", "RETURNED", "f.comment", "长".repeat(2001)))
                .faults())
        .singleElement()
        .asString()
        .contains("2001");
  }

  /** Whoever adds a form sees here whether phones can show it. */
  @Test
  void most_forms_fit_a_phone() throws IOException {
    var structured = new TreeSet<String>();
    try (var files = Files.list(FORMS)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString().replace(".form", "");
        if (PhoneForms.of(form(name, Map.of("brief", "x", "content", "TEXT")), null).structured()) {
          structured.add(name);
        }
      }
    }
    assertThat(structured)
        .isEqualTo(
            Set.of(
                "appraisal.decide",
                "appraisal.review",
                "benchmark-selection.propose",
                "consultation.collect",
                "consultation.summarise",
                "inspection.visit",
                "meeting.minutes",
                "phase.record-past",
                "study-session.make-up",
                "study-session.prepare",
                "study-session.record"));
  }
}
