package org.xiaohao.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.shared.DbTime;

/**
 * How the parties of a campaign stand: units in the fixed order with zeros; behind them the
 * branches and the office, where they owe anything.
 */
@Repository
public class Standings implements PhaseLedger {

  private final JdbcClient jdbc;
  private final Parties parties;

  Standings(JdbcClient jdbc, Parties parties) {
    this.jdbc = jdbc;
    this.parties = parties;
  }

  /**
   * How each party stands. What has not begun does not count yet.
   *
   * @param until things that are due from now until then count as due soon
   */
  public List<Standing> of(String campaignId, Instant now, Instant until) {
    var found = new HashMap<String, Standing>();
    jdbc.sql(
            """
            select party, count(*) as owed, sum(case when is_done then 1 else 0 end) as done,
              sum(case when late then 1 else 0 end) as late,
              sum(case when soon then 1 else 0 end) as soon
            from (select is_done,
                    is_open and waits_for <> 'NOBODY' and due_at < :now as late,
                    is_open and waits_for <> 'NOBODY' and due_at >= :now and due_at < :until
                      as soon,
                    %s as party
                  from ledger_item
                  where campaign_id = :campaign and counts and state <> 'PLANNED') owed_items
            group by party
            """
                .formatted(Parties.COLUMN))
        .param("campaign", campaignId)
        .param("now", DbTime.of(now))
        .param("until", DbTime.of(until))
        .query(
            row -> {
              found.put(
                  row.getString("party"),
                  new Standing(
                      row.getString("party"),
                      "",
                      row.getInt("owed"),
                      row.getInt("done"),
                      row.getInt("late"),
                      row.getInt("soon")));
            });
    return shown(campaignId, found).stream()
        .map(party -> Standing.of(party.id(), party.name(), found.get(party.id())))
        .toList();
  }

  @Override
  public List<UnitCount> counts(String campaignId, String phaseId) {
    record Sum(int owed, int done) {}
    var sums = new HashMap<String, Sum>();
    jdbc.sql(
            """
            select party, count(*) as owed, sum(case when is_done then 1 else 0 end) as done
            from (select is_done, %s as party
                  from ledger_item where campaign_id = ? and phase_id = ? and counts) owed_items
            group by party
            """
                .formatted(Parties.COLUMN))
        .params(campaignId, phaseId)
        .query(
            row -> {
              sums.put(row.getString("party"), new Sum(row.getInt("owed"), row.getInt("done")));
            });
    return shown(campaignId, sums).stream()
        .map(
            party -> {
              var sum = sums.getOrDefault(party.id(), new Sum(0, 0));
              return new UnitCount(party.name(), sum.owed(), sum.done());
            })
        .toList();
  }

  @Override
  public List<ProblemCount> problems(String campaignId) {
    record Sum(int found, int closedOut, int longTerm) {}
    var sums = new HashMap<String, Sum>();
    jdbc.sql(
            """
            select party, count(*) as found, sum(case when is_done then 1 else 0 end) as closed_out,
              sum(case when state in ('LONG_TERM', 'LONG_TERM_DUE') then 1 else 0 end) as long_term
            from (select is_done, state, %s as party from ledger_item
                  where campaign_id = ? and room = 'rectification' and counts) problems
            group by party
            """
                .formatted(Parties.COLUMN))
        .param(campaignId)
        .query(
            row -> {
              sums.put(
                  row.getString("party"),
                  new Sum(row.getInt("found"), row.getInt("closed_out"), row.getInt("long_term")));
            });
    return sums.isEmpty()
        ? List.of()
        : shown(campaignId, sums).stream()
            .map(
                party -> {
                  var sum = sums.getOrDefault(party.id(), new Sum(0, 0, 0));
                  return new ProblemCount(
                      party.name(), sum.found(), sum.closedOut(), sum.longTerm());
                })
            .toList();
  }

  private List<Parties.Party> shown(String campaignId, Map<String, ?> found) {
    return parties.of(campaignId).stream()
        .filter(party -> party.isUnit() || found.containsKey(party.id()))
        .toList();
  }
}
