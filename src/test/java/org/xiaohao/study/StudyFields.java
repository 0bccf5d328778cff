package org.xiaohao.study;

import static org.xiaohao.testing.TestCampaign.json;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields of the forms of study as Tasklist sends them, for the unit {@code arts}. */
final class StudyFields {

  static final String PERSON = "{\"person\":\"%s\"}";

  private StudyFields() {}

  /** A complete preparation with these speakers. */
  static Map<String, Object> prepared(String... speakers) {
    return preparation("三楼会议室", "arts.head", "对照学", true, speakers);
  }

  static Map<String, Object> preparation(
      String place, String host, String kind, boolean leaderInvited, String... speakers) {
    var lines = Stream.of(speakers).map(PERSON::formatted).collect(Collectors.joining(","));
    return Map.of(
        "preparation",
        json(
            """
            {"place":"%s","host":"%s","kind":"%s","leaderInvited":%s,"speakers":[%s]}
            """
                .formatted(place, host, kind, leaderInvited, lines)));
  }

  /** Everybody of the unit arts present; arts.staff spoke. */
  static Map<String, Object> allPresent() {
    return record(
        "讨论了三个难点",
        "arts.staff",
        line("arts.head", "PRESENT", ""),
        line("arts.liaison", "PRESENT", ""),
        line("arts.staff", "PRESENT", ""));
  }

  /** The head was on leave and the liaison absent; arts.staff spoke. */
  static Map<String, Object> twoMissed() {
    return record(
        "讨论了三个难点",
        "arts.staff",
        line("arts.head", "LEAVE", "下乡调研"),
        line("arts.liaison", "ABSENT", ""),
        line("arts.staff", "PRESENT", ""));
  }

  static Map<String, Object> record(String note, String speaker, String... lines) {
    var speakers = speaker.isEmpty() ? "" : PERSON.formatted(speaker);
    return Map.of(
        "record",
        json(
            """
            {"people":[%s],"speakers":[%s],"note":"%s"}
            """
                .formatted(String.join(",", lines), speakers, note)));
  }

  static String line(String person, String presence, String reason) {
    return "{\"person\":\"%s\",\"presence\":\"%s\",\"reason\":\"%s\"}"
        .formatted(person, presence, reason);
  }

  /** How those who missed it made up for it. */
  static Map<String, Object> madeUp(String... lines) {
    return Map.of("makeUp", json("{\"people\":[%s]}".formatted(String.join(",", lines))));
  }

  static String study(String person, String on, String how) {
    return "{\"person\":\"%s\",\"on\":%s,\"how\":\"%s\"}"
        .formatted(person, on.isEmpty() ? "null" : "\"" + on + "\"", how);
  }

  static Map<String, Object> material(String text) {
    return Map.of("material", json("{\"text\":\"%s\"}".formatted(text)));
  }
}
