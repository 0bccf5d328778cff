package org.xiaohao.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of the plan and the working day on which it is carried out (A14).
 *
 * @param planDate the date that the plan names
 * @param effectiveDate the working day that counts
 * @param dayOff why the plan's date is no working day, in the words of the published calendar (端午节,
 *     星期六); null where both are the same
 */
public record EffectiveDate(LocalDate planDate, LocalDate effectiveDate, @Nullable String dayOff) {

  /** From the columns {@code plan_date}, {@code effective_date} and {@code day_off} of a row. */
  public static EffectiveDate in(ResultSet row) throws SQLException {
    return new EffectiveDate(
        row.getObject("plan_date", LocalDate.class),
        row.getObject("effective_date", LocalDate.class),
        row.getString("day_off"));
  }

  /** Whether the plan's date falls on a day off. */
  public boolean moved() {
    return !planDate.equals(effectiveDate);
  }
}
