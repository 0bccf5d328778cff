package org.xiaohao.campaign;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.CampaignWork.Opening;

/**
 * What the campaign asks of every room's table while it drives it. The table has the columns {@code
 * id}, {@code campaign_id}, {@code phase_id}, {@code work_id} and {@code state}, with the states
 * {@code PLANNED} and {@code PAST}.
 *
 * @param unfinished list of states, quoted for SQL, in which something is still to be done or ended
 */
public record WorkTable<T>(JdbcClient jdbc, String table, RowMapper<T> mapper, String unfinished) {

  /** Rows that wait for that opening, in the order in which they were written. */
  public List<T> planned(String campaignId, Opening opening, int size) {
    return jdbc.sql(
            """
            select * from %s
            where campaign_id = :campaign and state = 'PLANNED' and phase_id = :phase
              and coalesce(work_id, '') = :work
            order by id fetch first :size rows only
            """
                .formatted(table))
        .param("campaign", campaignId)
        .param("phase", opening.phase())
        .param("work", opening.work() == null ? "" : opening.work())
        .param("size", size)
        .query(mapper)
        .list();
  }

  /** Whether rows wait for that opening. */
  public boolean waits(String campaignId, Opening opening) {
    return !planned(campaignId, opening, 1).isEmpty();
  }

  /** Rows of a phase, or of one of its works, that are not finished. */
  public List<T> inside(String campaignId, Opening part) {
    return jdbc.sql(
            """
            select * from %s
            where campaign_id = :campaign and phase_id = :phase and state in (%s)
              and (:work = '' or work_id = :work)
            order by id
            """
                .formatted(table, unfinished))
        .param("campaign", campaignId)
        .param("phase", part.phase())
        .param("work", part.work() == null ? "" : part.work())
        .query(mapper)
        .list();
  }

  /** Rows of a unit that are not finished; for tables with a column {@code unit_id}. */
  public List<T> unfinishedOf(String campaignId, String unitId) {
    return jdbc.sql(
            "select * from %s where campaign_id = ? and unit_id = ? and state in (%s) order by id"
                .formatted(table, unfinished))
        .params(campaignId, unitId)
        .query(mapper)
        .list();
  }

  /**
   * Ends rows that are not finished when the campaign closes.
   *
   * @param size at most so many
   * @param end ends one of them
   * @return how many there were
   */
  public int lapse(String campaignId, int size, Consumer<T> end) {
    var rows =
        jdbc.sql(
                """
                select * from %s where campaign_id = ? and state in (%s)
                order by id fetch first ? rows only
                """
                    .formatted(table, unfinished))
            .params(campaignId, size)
            .query(mapper)
            .list();
    rows.forEach(end);
    return rows.size();
  }

  /** Rows of a phase whose day lay before the launch. */
  public List<T> past(String campaignId, String phaseId) {
    return jdbc.sql(
            """
            select * from %s where campaign_id = ? and state = 'PAST' and phase_id = ? order by id
            """
                .formatted(table))
        .params(campaignId, phaseId)
        .query(mapper)
        .list();
  }
}
