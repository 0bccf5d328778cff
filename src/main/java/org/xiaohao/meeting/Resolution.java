package org.xiaohao.meeting;

/**
 * What a meeting resolved (R54, R63).
 *
 * @param key stable natural key: {@code <meeting>/R001}
 * @param number from 1 within its meeting
 */
public record Resolution(String key, String meetingKey, int number, String text) {

  static String key(String meetingKey, int number) {
    return "%s/R%03d".formatted(meetingKey, number);
  }
}
