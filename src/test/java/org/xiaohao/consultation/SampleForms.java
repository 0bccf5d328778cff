package org.xiaohao.consultation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forms that count, each saying something else. */
final class SampleForms {

  private SampleForms() {}

  static FilledIn form(int number) {
    return new FilledIn("沁县第" + number + "文化站", List.of("希望增加第" + number + "类演出", "", "送戏下乡"));
  }

  /** Numbers from and to included. */
  static List<FilledIn> forms(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(SampleForms::form).toList();
  }

  /** The same as the form for entering sends them. */
  static String json(int from, int to) {
    return forms(from, to).stream()
        .map(
            form ->
                "{\"affiliation\":\"%s\",\"q1\":\"%s\",\"q2\":\"\",\"q3\":\"%s\"}"
                    .formatted(form.affiliation(), form.answers().get(0), form.answers().get(2)))
        .collect(Collectors.joining(",", "{\"forms\":[", "]}"));
  }
}
