package org.xiaohao.study;

import java.util.List;
import org.xiaohao.study.Attendance.Presence;

/**
 * What a unit records after a session.
 *
 * @param people who was there: everybody of the unit, once
 * @param speakers persons who really spoke, in their order
 * @param note what was discussed, in short
 */
public record SessionRecord(List<Entry> people, List<String> speakers, String note) {

  public SessionRecord {
    people = List.copyOf(people);
    speakers = List.copyOf(speakers);
  }

  /**
   * One person.
   *
   * @param reason required for leave, else may be empty
   */
  public record Entry(String personId, Presence presence, String reason) {}
}
