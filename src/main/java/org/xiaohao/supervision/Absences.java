package org.xiaohao.supervision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Sight;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Deputy;
import org.xiaohao.roster.DeputyNamed;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Unit;

/**
 * Tells who is concerned that somebody will be absent: the deputy of what there is to do, and those
 * who asked for it of the limits that fall into these days, in one notice each.
 */
@Component
class Absences {

  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Notices notices;
  private final JdbcClient jdbc;

  Absences(Campaigns campaigns, Ledger ledger, Notices notices, JdbcClient jdbc) {
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.notices = notices;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(DeputyNamed named) {
    var span = named.deputy();
    var plan = campaigns.get(span.campaignId()).plan();
    var roster = new RosterSnapshot(jdbc, plan.id());
    var absent = roster.activePerson(plan.id(), span.personId()).orElseThrow();
    var deputy = roster.activePerson(plan.id(), span.deputyId()).orElseThrow();
    var wording = new Wording(plan);
    var items = covered(span, plan, roster);
    var told = new ArrayList<Notice>();
    told.add(notice(span, deputy, "deputy", wording, absent, deputy, items));
    var audience = new Audience(plan, roster);
    var issuers = new LinkedHashMap<Person, List<LedgerItem>>();
    for (var item : items) {
      audience.reviewers(item).stream()
          .filter(issuer -> !issuer.equals(absent) && !issuer.equals(deputy))
          .forEach(
              issuer -> issuers.computeIfAbsent(issuer, nobodyYet -> new ArrayList<>()).add(item));
    }
    for (Map.Entry<Person, List<LedgerItem>> pile : issuers.entrySet()) {
      told.add(notice(span, pile.getKey(), "issuer", wording, absent, deputy, pile.getValue()));
    }
    notices.postAll(told);
  }

  /** What the absent person owes, as a person and for unit and branch, by a limit in these days. */
  private List<LedgerItem> covered(Deputy span, Plan plan, RosterSnapshot roster) {
    var id = span.personId();
    var units =
        roster.units(plan.id()).stream()
            .filter(unit -> id.equals(Optional.ofNullable(unit.liaison()).orElse(unit.head())))
            .map(Unit::id)
            .toList();
    var branches =
        roster.branches(plan.id()).stream()
            .filter(branch -> id.equals(branch.secretary()))
            .map(Branch::id)
            .toList();
    return ledger.in(plan.id(), Sight.owedBy(id, units, branches)).stream()
        .filter(item -> item.open() || item.state().equals("PLANNED"))
        .filter(item -> !item.dueAt().isBefore(span.beginsAt()))
        .filter(item -> item.dueAt().isBefore(span.endsAt()))
        .toList();
  }

  private static Notice notice(
      Deputy span,
      Person to,
      String part,
      Wording wording,
      Person absent,
      Person deputy,
      List<LedgerItem> items) {
    var lines =
        items.stream()
            .map(item -> wording.text("absence.line", item.title(), wording.moment(item.dueAt())))
            .toList();
    var code = "absence." + part + (items.isEmpty() ? ".none" : ".some");
    return new Notice(
        "absence/%d/%s".formatted(span.id(), to.id()),
        span.campaignId(),
        to,
        wording.text("absence." + part + ".subject", absent.name()),
        wording.text(
            code,
            to.name(),
            absent.name(),
            deputy.name(),
            span.begins().toString(),
            span.ends().toString(),
            wording.list(lines)));
  }
}
