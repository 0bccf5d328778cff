package org.xiaohao.benchmark.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.xiaohao.benchmark.Benchmark;
import org.xiaohao.benchmark.Discussion;
import org.xiaohao.benchmark.FieldVisit;
import org.xiaohao.benchmark.Proposal;
import org.xiaohao.benchmark.ProposalVersion;
import org.xiaohao.shared.Refusal;

/** Between a selection and the fields of its forms. */
final class SelectionForms {

  private SelectionForms() {}

  /** One empty row to begin with. */
  static Map<String, Object> empty() {
    return Map.of("benchmarks", List.of(Map.of()), "standard", "");
  }

  /** A proposal in the fields of the form, with the field visit where one was told of. */
  static Map<String, Object> fields(ProposalVersion version, @Nullable FieldVisit visit) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(
        "benchmarks",
        version.benchmarks().stream()
            .map(
                benchmark ->
                    Map.of(
                        "workKind",
                        benchmark.workKind(),
                        "model",
                        benchmark.model(),
                        "reason",
                        benchmark.reason(),
                        "means",
                        benchmark.means()))
            .toList());
    fields.put("standard", version.standard());
    if (visit != null) {
      fields.put("visitPlace", visit.place());
      fields.put("visitDay", visit.day().toString());
      fields.put("visitors", visit.visitors());
      fields.put("learned", visit.learned());
    }
    return fields;
  }

  /** Rows without any entry are left out. */
  static Proposal proposal(JsonNode form) {
    var benchmarks =
        StreamSupport.stream(form.path("benchmarks").spliterator(), false)
            .map(
                row ->
                    new Benchmark(
                        text(row, "workKind"),
                        text(row, "model"),
                        text(row, "reason"),
                        text(row, "means")))
            .filter(
                row ->
                    !row.workKind().isEmpty() || !row.model().isEmpty() || !row.reason().isEmpty())
            .toList();
    return new Proposal(benchmarks, text(form, "standard"), visit(form));
  }

  private static @Nullable FieldVisit visit(JsonNode form) {
    var untold =
        Stream.of("visitPlace", "visitDay", "visitors", "learned")
            .allMatch(field -> text(form, field).isEmpty());
    return untold
        ? null
        : new FieldVisit(
            text(form, "visitPlace"),
            day(form, "visitDay", "benchmark.visit-incomplete"),
            text(form, "visitors"),
            text(form, "learned"));
  }

  static Discussion discussion(JsonNode form) {
    return new Discussion(
        day(form, "day", "benchmark.discussion-day"),
        text(form, "participants"),
        text(form, "result"));
  }

  static String text(JsonNode form, String field) {
    return form.path(field).asText("").strip();
  }

  private static LocalDate day(JsonNode form, String field, String code) {
    try {
      return LocalDate.parse(text(form, field));
    } catch (DateTimeParseException unreadable) {
      throw new Refusal(code);
    }
  }
}
