package org.xiaohao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.CampaignReport.Consultation;
import org.xiaohao.ledger.CampaignReport.Count;
import org.xiaohao.ledger.CampaignReport.Forms;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.CampaignReport.Meeting;
import org.xiaohao.ledger.CampaignReport.Phase;
import org.xiaohao.ledger.CampaignReport.Slips;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/** Says what became of a campaign: a handful of queries, however many people take part. */
@Repository
public class CampaignReports {

  private static final String BENCHMARKS =
      """
      select count(*) from benchmark_benchmark b
      join benchmark_proposal p on p.id = b.proposal_id
      join benchmark_selection s on s.item_key = p.item_key
      where s.campaign_id = ? and s.state = 'CONFIRMED'
        and p.number = (select max(n.number) from benchmark_proposal n
                        where n.item_key = p.item_key)
      """;

  private static final String STANDARDS =
      """
      select count(*) from benchmark_standard d
      join benchmark_selection s on s.item_key = d.item_key where s.campaign_id = ?
      """;

  private static final String VISITS =
      """
      select count(*) from benchmark_field_visit v
      join benchmark_selection s on s.item_key = v.item_key where s.campaign_id = ?
      """;

  private static final String NOTICES =
      "select count(*) from notification_outbox where campaign_id = ? and channel = 'MAIL'";

  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ProblemCounts problems;

  CampaignReports(JdbcClient jdbc, Campaigns campaigns, Rosters rosters, ProblemCounts problems) {
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.problems = problems;
  }

  /** How a campaign stands, or what became of it. */
  public CampaignReport of(String campaignId) {
    var plan = campaigns.get(campaignId).plan();
    var units = rosters.units(campaignId);
    return new CampaignReport(
        campaignId,
        plan.title(),
        units.stream().map(Unit::name).toList(),
        phases(plan, units),
        consultations(plan, units),
        meetings(plan),
        number(BENCHMARKS, campaignId),
        number(STANDARDS, campaignId),
        number(VISITS, campaignId),
        escalations(plan),
        slips(campaignId, units),
        number(NOTICES, campaignId),
        problems.of(campaignId, units));
  }

  private int number(String sql, String campaignId) {
    return jdbc.sql(sql).param(campaignId).query(Integer.class).single();
  }

  private List<Phase> phases(Plan plan, List<Unit> units) {
    var counts = new HashMap<String, Map<String, Map<String, Count>>>();
    var rooms = new HashMap<String, String>();
    jdbc.sql(
            """
            select i.phase_id, i.kind_id, i.room, coalesce(i.unit_id, '') as unit_id,
              sum(case when i.counts then 1 else 0 end) as owed,
              sum(case when i.counts and i.acted_at <= i.limit_at then 1 else 0 end) as on_time,
              sum(case when i.counts and i.acted_at > i.limit_at then 1 else 0 end) as late,
              sum(case when i.counts and i.acted_at is null and i.is_done then 1 else 0 end)
                as recorded,
              sum(case when i.counts and i.acted_at is null and not i.is_done then 1 else 0 end)
                as missing,
              sum(case when i.is_done then 1 else 0 end) as done,
              sum(coalesce(s.times_returned, b.times_returned, 0)) as returned,
              sum(case when i.state = 'WAIVED' then 1 else 0 end) as waived
            from ledger_item i
            left join submission_item s on s.item_key = i.item_key
            left join benchmark_selection b on b.item_key = i.item_key
            where i.campaign_id = ?
            group by i.phase_id, i.kind_id, i.room, coalesce(i.unit_id, '')
            """)
        .param(plan.id())
        .query(
            row -> {
              var kind = row.getString("kind_id");
              rooms.put(kind, row.getString("room"));
              counts
                  .computeIfAbsent(row.getString("phase_id"), any -> new HashMap<>())
                  .computeIfAbsent(kind, any -> new HashMap<>())
                  .put(
                      row.getString("unit_id"),
                      new Count(
                          row.getInt("owed"),
                          row.getInt("on_time"),
                          row.getInt("late"),
                          row.getInt("recorded"),
                          row.getInt("missing"),
                          row.getInt("done"),
                          row.getInt("returned"),
                          row.getInt("waived")));
            });
    return campaigns.phases(plan.id()).stream()
        .map(
            phase ->
                new Phase(
                    phase.phaseId(),
                    phase.title(),
                    phase.carriedOver() == null ? 0 : phase.carriedOver(),
                    kinds(plan, units, rooms, counts.getOrDefault(phase.phaseId(), Map.of()))))
        .toList();
  }

  private static List<Kind> kinds(
      Plan plan,
      List<Unit> units,
      Map<String, String> rooms,
      Map<String, Map<String, Count>> counts) {
    var kinds = new ArrayList<Kind>();
    titles(plan)
        .forEach(
            (id, title) -> {
              var parties = counts.get(id);
              if (parties != null) {
                kinds.add(
                    new Kind(
                        rooms.get(id),
                        id,
                        title,
                        parties.values().stream().reduce(Count.NONE, Count::plus),
                        units.stream()
                            .map(unit -> parties.getOrDefault(unit.id(), Count.NONE))
                            .toList()));
              }
            });
    return kinds;
  }

  /** What the ledger may name, in the order of the plan. */
  private static Map<String, String> titles(Plan plan) {
    var titles = new LinkedHashMap<String, String>();
    plan.sessions().forEach(series -> titles.put(series.id(), series.title()));
    plan.sessions().forEach(series -> titles.put(series.id() + ".material", series.title()));
    plan.papers().forEach(paper -> titles.put(paper.id(), paper.title()));
    plan.meetings().forEach(meeting -> titles.put(meeting.id(), meeting.title()));
    plan.consultations().forEach(entry -> titles.put(entry.id(), entry.title()));
    plan.benchmarkSelections().forEach(entry -> titles.put(entry.id(), entry.title()));
    return titles;
  }

  private List<Consultation> consultations(Plan plan, List<Unit> units) {
    var forms = new HashMap<String, Forms>();
    jdbc.sql(
            """
            select c.consultation_id, c.unit_id,
              sum(case when f.validity = 'VALID' then 1 else 0 end) as valid, count(*) as forms
            from consultation_form f join consultation_item c on c.item_key = f.item_key
            where c.campaign_id = ? group by c.consultation_id, c.unit_id
            """)
        .param(plan.id())
        .query(
            row -> {
              var valid = row.getInt("valid");
              forms.put(
                  row.getString("consultation_id") + "/" + row.getString("unit_id"),
                  new Forms(valid, row.getInt("forms") - valid));
            });
    return plan.consultations().stream()
        .map(
            entry ->
                new Consultation(
                    entry.id(),
                    entry.title(),
                    entry.quota(),
                    units.stream()
                        .map(
                            unit ->
                                forms.getOrDefault(entry.id() + "/" + unit.id(), new Forms(0, 0)))
                        .toList()))
        .toList();
  }

  private List<Meeting> meetings(Plan plan) {
    return plan.meetings().stream()
        .flatMap(
            entry ->
                jdbc
                    .sql(
                        """
                        select m.state,
                          (select count(*) from meeting_event e
                           where e.item_key = m.item_key and e.what = 'POSTPONED') as postponed,
                          (select count(*) from meeting_opinion o
                           where o.item_key = m.item_key) as opinions,
                          (select count(*) from meeting_resolution r
                           where r.item_key = m.item_key) as resolutions
                        from meeting_meeting m where m.campaign_id = ? and m.meeting_id = ?
                        """)
                    .params(plan.id(), entry.id())
                    .query(
                        (row, number) ->
                            new Meeting(
                                entry.id(),
                                entry.title(),
                                row.getString("state").equals("HELD"),
                                row.getInt("postponed"),
                                row.getInt("opinions"),
                                row.getInt("resolutions")))
                    .stream())
        .toList();
  }

  /** A slip counts for every unit of which something stands on it. */
  private List<Slips> slips(String campaignId, List<Unit> units) {
    var slips = new HashMap<String, Slips>();
    jdbc.sql(
            """
            select unit_id,
              sum(case when light = 'BLUE' then 1 else 0 end) as blue,
              sum(case when light = 'YELLOW' then 1 else 0 end) as yellow,
              sum(case when light = 'RED' then 1 else 0 end) as red,
              sum(case when answered_at is not null then 1 else 0 end) as answered
            from (select distinct s.slip_key, s.light, s.answered_at,
                    coalesce(i.unit_id, '') as unit_id
                  from supervision_slip s
                  join supervision_slip_item x on x.slip_key = s.slip_key
                  join ledger_item i on i.item_key = x.item_key
                  where s.campaign_id = ?) each_unit
            group by unit_id
            """)
        .param(campaignId)
        .query(
            row -> {
              slips.put(
                  row.getString("unit_id"),
                  new Slips(
                      row.getInt("blue"),
                      row.getInt("yellow"),
                      row.getInt("red"),
                      row.getInt("answered")));
            });
    return Stream.concat(units.stream().map(Unit::id), Stream.of(""))
        .map(unit -> slips.getOrDefault(unit, Slips.NONE))
        .toList();
  }

  private List<Integer> escalations(Plan plan) {
    var told = new HashMap<Integer, Integer>();
    jdbc.sql(
            """
            select e.level, count(*) as times from supervision_escalation e
            join supervision_late l on l.id = e.late_id where l.campaign_id = ? group by e.level
            """)
        .param(plan.id())
        .query(
            row -> {
              told.put(row.getInt("level"), row.getInt("times"));
            });
    return Stream.iterate(0, level -> level + 1)
        .limit(plan.settings().escalation().size())
        .map(level -> told.getOrDefault(level, 0))
        .toList();
  }
}
