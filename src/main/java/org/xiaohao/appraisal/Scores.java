package org.xiaohao.appraisal;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.DbTime;

/**
 * Counts the points of everybody, set by set: the tables are asked once per kind of fact, the facts
 * are read in one statement from the view {@code appraisal_fact}, which the read side makes.
 */
@Component
class Scores {

  /** Facts of a campaign that count at a moment, with the level of their party. */
  private static final String FACTS =
      """
      from (select f.fact_kind, f.fact_key, f.at, coalesce(f.person_id, f.unit_id) as party_id,
              case when f.person_id is not null then 'PERSON' else u.kind end as level
            from appraisal_fact f left join roster_unit u
              on u.campaign_id = f.campaign_id and u.unit_id = f.unit_id
            where f.campaign_id = :campaign and f.at <= :now) facts
      """;

  private final JdbcClient jdbc;
  private final ScoreTable table;

  Scores(JdbcClient jdbc, ScoreTable table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * Counts anew; what was counted before is gone.
   *
   * @return how many the table named for criticism beyond those who can be heard at once
   */
  int count(Round round, Instant now) {
    for (var part : new String[] {"appraisal_proposal", "appraisal_point", "appraisal_rate"}) {
      jdbc.sql("delete from " + part + " where round_key = ?").param(round.key()).update();
    }
    rate(round, now);
    jdbc.sql(
            """
            insert into appraisal_point (round_key, level, party_id, fact_kind, fact_key, item_key,
              at, points)
            select r.round_key, r.level, facts.party_id, r.fact_kind, facts.fact_key,
              substring(facts.fact_key from 1 for position('#' in facts.fact_key || '#') - 1),
              facts.at, r.points
            """
                + FACTS
                + """
                join appraisal_rate r on r.round_key = :round and r.level = facts.level
                  and r.fact_kind = facts.fact_kind
                """)
        .param("campaign", round.campaignId())
        .param("now", DbTime.of(now))
        .param("round", round.key())
        .update();
    rank(round);
    propose(round);
    return bound(round);
  }

  private void rate(Round round, Instant now) {
    var kinds =
        jdbc.sql("select distinct facts.level, facts.fact_kind " + FACTS)
            .param("campaign", round.campaignId())
            .param("now", DbTime.of(now))
            .query((row, number) -> new String[] {row.getString("level"), row.getString(2)})
            .list();
    for (var kind : kinds) {
      jdbc.sql(
              "insert into appraisal_rate (round_key, level, fact_kind, points)"
                  + " values (?, ?, ?, ?)")
          .params(round.key(), kind[0], kind[1], table.points(kind[1], Level.valueOf(kind[0])))
          .update();
    }
  }

  /**
   * Where more would be named than can be heard: those who lost most, without parting equals. The
   * first who do not fit are asked for before anybody is written: within one statement H2 would
   * count anew for each row.
   *
   * @return how many are named no more
   */
  int bound(Round round) {
    record Standing(int lost, int total) {}
    return jdbc.sql(
            """
            select lost, total from (
              select lost, total, count(*) over (order by lost desc, total) as named
              from appraisal_proposal where round_key = ? and verdict = 'CRITICISE') worst
            where named > ? order by lost desc, total fetch first 1 row only
            """)
        .params(round.key(), Round.MOST_HEARD)
        .query((row, number) -> new Standing(row.getInt("lost"), row.getInt("total")))
        .optional()
        .map(
            first ->
                jdbc.sql(
                        """
                        update appraisal_proposal set proposed = 'NONE', verdict = 'NONE'
                        where round_key = ? and verdict = 'CRITICISE'
                          and (lost < ? or (lost = ? and total >= ?))
                        """)
                    .params(round.key(), first.lost(), first.lost(), first.total())
                    .update())
        .orElse(0);
  }

  /** Everybody who takes part now, those without any fact too. */
  private void rank(Round round) {
    jdbc.sql(
            """
            insert into appraisal_proposal (round_key, level, party_id, party_name, unit_id,
              position, total, lost, place, share, proposed, verdict)
            select :round, level, party_id, party_name, unit_id, position, total, lost, place,
              cast((place - 1) * 100 / parties as int), 'NONE', 'NONE'
            from (select s.*, rank() over (partition by level order by total desc) as place,
                    count(*) over (partition by level) as parties
                  from (select p.level, p.party_id, p.party_name, p.unit_id, p.position,
                          cast(coalesce(sum(t.points), 0) as int) as total,
                          cast(coalesce(sum(case when t.points < 0 then -t.points else 0 end), 0)
                            as int) as lost
                        from (select kind as level, unit_id as party_id, name as party_name,
                                unit_id, position, campaign_id
                              from roster_unit where removed_on is null
                              union all
                              select 'PERSON', person_id, name, unit_id, position, campaign_id
                              from roster_person where left_on is null) p
                        left join appraisal_point t on t.round_key = :round
                          and t.level = p.level and t.party_id = p.party_id
                        where p.campaign_id = :campaign
                        group by p.level, p.party_id, p.party_name, p.unit_id, p.position) s
                 ) ranked
            """)
        .param("round", round.key())
        .param("campaign", round.campaignId())
        .update();
  }

  /** Who is equal in all that the table asks gets the same proposal: asked once. */
  private void propose(Round round) {
    record Standing(String level, int share, int total, int lost) {}
    var standings =
        jdbc.sql(
                "select distinct level, share, total, lost from appraisal_proposal"
                    + " where round_key = ?")
            .param(round.key())
            .query(
                (row, number) ->
                    new Standing(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
            .list();
    for (var one : standings) {
      var proposed =
          table.propose(Level.valueOf(one.level()), one.share(), one.total(), one.lost());
      if (proposed != Verdict.NONE) {
        jdbc.sql(
                """
                update appraisal_proposal set proposed = ?, verdict = ?
                where round_key = ? and level = ? and share = ? and total = ? and lost = ?
                """)
            .params(
                proposed.name(),
                proposed.name(),
                round.key(),
                one.level(),
                one.share(),
                one.total(),
                one.lost())
            .update();
      }
    }
  }
}
