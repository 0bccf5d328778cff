package org.xiaohao.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants on their way to and from the tables: always UTC, to the microsecond. */
public final class DbTime {

  private DbTime() {}

  /** As a parameter of a statement; null stays null. */
  public static @Nullable OffsetDateTime of(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** From a column; null stays null. */
  public static @Nullable Instant in(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
