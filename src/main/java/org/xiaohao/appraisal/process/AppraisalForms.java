package org.xiaohao.appraisal.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.xiaohao.appraisal.AppraisalService.Named;
import org.xiaohao.appraisal.Change;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Verdict;
import org.xiaohao.shared.Refusal;

/** Between proposals and their forms. */
final class AppraisalForms {

  private AppraisalForms() {}

  /** What the list is filled with: what counts now, a line each. */
  static Map<String, Object> proposal(List<Proposal> named) {
    return Map.of("rows", rows(named.stream()), "more", List.of());
  }

  /** The same in two lists: those who were heard, and those who cannot be criticised. */
  static Map<String, Object> verdicts(List<Proposal> named) {
    var heard = named.stream().collect(Collectors.partitioningBy(one -> one.heardIn() != null));
    return Map.of("heard", rows(heard.get(true).stream()), "rows", rows(heard.get(false).stream()));
  }

  private static List<Map<String, String>> rows(Stream<Proposal> named) {
    return named
        .map(
            one ->
                Map.of("party", one.party().key(), "verdict", one.verdict().name(), "reason", ""))
        .toList();
  }

  /** The lists as they were sent. */
  static List<Change> changes(JsonNode form) {
    return Stream.concat(rows(form, "heard"), rows(form, "rows"))
        .map(row -> new Change(party(row), verdict(row), text(row, "reason")))
        .toList();
  }

  /** Parties that were added; lines without a name are left out. */
  static List<Named> more(JsonNode form) {
    return rows(form, "more")
        .filter(row -> !text(row, "name").isEmpty())
        .map(row -> new Named(text(row, "name"), verdict(row), text(row, "reason")))
        .toList();
  }

  private static Stream<JsonNode> rows(JsonNode form, String list) {
    return StreamSupport.stream(form.path(list).spliterator(), false);
  }

  private static Party party(JsonNode row) {
    try {
      return Party.of(text(row, "party"));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("appraisal.party-unknown", text(row, "party"));
    }
  }

  private static Verdict verdict(JsonNode row) {
    try {
      return Verdict.valueOf(text(row, "verdict"));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("appraisal.verdict-missing");
    }
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText("").strip();
  }
}
