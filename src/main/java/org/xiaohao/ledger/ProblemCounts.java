package org.xiaohao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.ledger.CampaignReport.Rectified;
import org.xiaohao.roster.Unit;

/** Problems per unit, in one query. */
@Repository
class ProblemCounts {

  private static final Rectified NONE = Rectified.of(0, 0, 0, 0);

  private final JdbcClient jdbc;

  ProblemCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The units in their order, then what no unit is known for, then the total. */
  List<Rectified> of(String campaignId, List<Unit> units) {
    var counts = new HashMap<String, Rectified>();
    jdbc.sql(
            """
            select coalesce(i.unit_id, '') as unit, count(*) as found,
              sum(case when i.is_done then 1 else 0 end) as closed_out,
              sum(case when exists (select 1 from supervision_late l
                where l.item_key = i.item_key and l.task = 'userTask_rectify')
                then 1 else 0 end) as overdue,
              sum(case when exists (select 1 from rectification_judgement j
                where j.problem_key = i.item_key and j.undone_at is not null)
                then 1 else 0 end) as reopened
            from ledger_item i
            where i.campaign_id = ? and i.room = 'rectification' and i.counts
            group by coalesce(i.unit_id, '')
            """)
        .param(campaignId)
        .query(
            row -> {
              counts.put(
                  row.getString("unit"),
                  Rectified.of(
                      row.getInt("found"),
                      row.getInt("closed_out"),
                      row.getInt("overdue"),
                      row.getInt("reopened")));
            });
    var list = new ArrayList<Rectified>();
    units.forEach(unit -> list.add(counts.getOrDefault(unit.id(), NONE)));
    list.add(counts.getOrDefault("", NONE));
    list.add(list.stream().reduce(NONE, Rectified::plus));
    return List.copyOf(list);
  }
}
