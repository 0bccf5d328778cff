package org.xiaohao.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

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

  /** Changed in part; what is null or blank stays. */
  public Arrangement with(
      @Nullable LocalDate day,
      @Nullable LocalTime starts,
      @Nullable LocalTime ends,
      String place,
      String host) {
    return new Arrangement(
        day == null ? this.day : day,
        starts == null ? this.starts : starts,
        ends == null ? this.ends : ends,
        place.isBlank() ? this.place : place,
        host.isBlank() ? this.host : host,
        agenda);
  }

  Arrangement on(LocalDate other) {
    return new Arrangement(other, starts, ends, place, host, agenda);
  }
}
