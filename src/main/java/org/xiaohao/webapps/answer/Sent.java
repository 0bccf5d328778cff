package org.xiaohao.webapps.answer;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.xiaohao.consultation.FilledIn;

/** What came with a form. Only what the page asks is read, whatever else was sent. */
record Sent(MultiValueMap<String, String> fields) {

  /** What was written there; empty where nothing was. */
  String text(String name) {
    var value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  /** The answers: {@code affiliation}, {@code q0}, {@code q1} ... */
  FilledIn filledIn(int questions) {
    List<String> answers =
        IntStream.range(0, questions).mapToObj(number -> text("q" + number)).toList();
    return new FilledIn(text("affiliation"), answers);
  }

  /** Whether a person sent it: the trap is empty, and the form was out long enough. */
  boolean isPersons(FormStamp stamp, String page) {
    return text("website").isEmpty() && stamp.isPersons(page, text("stamp"));
  }
}
