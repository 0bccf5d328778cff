package org.xiaohao.meeting;

import org.jspecify.annotations.Nullable;

/**
 * An opinion that was voiced in a meeting and can become a problem to rectify (R49, R50).
 *
 * @param key stable natural key: {@code <meeting>/O001}
 * @param number from 1 within its meeting
 * @param raisedBy who voiced it, in words
 * @param unitId unit that it is about; null for the bureau as a whole
 */
public record Opinion(
    String key,
    String meetingKey,
    int number,
    String raisedBy,
    @Nullable String unitId,
    String text) {

  static String key(String meetingKey, int number) {
    return "%s/O%03d".formatted(meetingKey, number);
  }
}
