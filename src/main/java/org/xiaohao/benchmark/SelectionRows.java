package org.xiaohao.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.xiaohao.benchmark.Selection.State;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.shared.DbTime;

/** Rows of the room's tables as records. */
final class SelectionRows {

  private SelectionRows() {}

  static Selection selection(ResultSet row, int number) throws SQLException {
    return new Selection(
        row.getString("item_key"),
        row.getString("campaign_id"),
        row.getString("selection_id"),
        row.getString("phase_id"),
        row.getString("work_id"),
        row.getString("unit_id"),
        row.getString("title"),
        State.valueOf(row.getString("state")),
        EffectiveDate.in(row),
        DbTime.in(row, "limit_at"),
        DbTime.in(row, "due_at"),
        DbTime.in(row, "proposed_at"),
        row.getString("proposed_by"),
        DbTime.in(row, "done_at"),
        row.getString("done_by"),
        row.getInt("times_returned"),
        row.getLong("version"));
  }

  static ProposalVersion version(ResultSet row, List<Benchmark> benchmarks) throws SQLException {
    var day = row.getObject("discussed_on", LocalDate.class);
    return new ProposalVersion(
        row.getLong("id"),
        row.getString("item_key"),
        row.getInt("number"),
        row.getString("proposed_by"),
        DbTime.in(row, "proposed_at"),
        benchmarks,
        row.getString("standard"),
        day == null
            ? null
            : new Discussion(day, row.getString("participants"), row.getString("result")),
        row.getString("discussed_by"),
        row.getString("comment"));
  }

  static Benchmark benchmark(ResultSet row, int number) throws SQLException {
    return new Benchmark(
        row.getString("work_kind"),
        row.getString("model"),
        row.getString("reason"),
        row.getString("means"));
  }

  static Standard standard(ResultSet row, int number) throws SQLException {
    return new Standard(
        row.getString("item_key"),
        row.getString("unit_id"),
        row.getString("text"),
        DbTime.in(row, "fixed_at"),
        row.getString("fixed_by"));
  }

  static FieldVisit visit(ResultSet row, int number) throws SQLException {
    return new FieldVisit(
        row.getString("place"),
        row.getObject("visited_on", LocalDate.class),
        row.getString("visitors"),
        row.getString("learned"));
  }
}
