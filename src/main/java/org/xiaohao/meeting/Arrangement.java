package org.xiaohao.meeting;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When and where a meeting takes place. Day and times are local, in the zone of the campaign.
 *
 * @param day a working day
 * @param ends end, the same day
 * @param host who chairs it, in words
 * @param agenda may be empty
 */
public record Arrangement(
    LocalDate day, LocalTime starts, LocalTime ends, String place, String host, String agenda) {

  Arrangement on(LocalDate other) {
    return new Arrangement(other, starts, ends, place, host, agenda);
  }
}
