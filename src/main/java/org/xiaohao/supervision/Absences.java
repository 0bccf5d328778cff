package org.xiaohao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Sight;
import org.xiaohao.notification.Letter;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.notification.Links;
import org.xiaohao.notification.Notice;
import org.xiaohao.notification.Notices;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Deputy;
import org.xiaohao.roster.DeputyNamed;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.DbTime;

/**
 * Tells who is concerned that somebody will be absent: the deputy of what there is to do, and those
 * who asked for it of the limits that fall into these days, in one notice each; of limits that come
 * to fall into them later, in the round of the next morning.
 */
@Component
class Absences {

  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Assignments assignments;
  private final Deputies deputies;
  private final Notices notices;
  private final Links links;
  private final JdbcClient jdbc;

  Absences(
      Campaigns campaigns,
      Ledger ledger,
      Assignments assignments,
      Deputies deputies,
      Notices notices,
      Links links,
      JdbcClient jdbc) {
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.assignments = assignments;
    this.deputies = deputies;
    this.notices = notices;
    this.links = links;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(DeputyNamed named) {
    var span = named.deputy();
    var plan = campaigns.get(span.campaignId()).plan();
    var roster = new RosterSnapshot(jdbc, plan.id());
    var absent = roster.activePerson(plan.id(), span.personId()).orElseThrow();
    var deputy = roster.activePerson(plan.id(), span.deputyId()).orElseThrow();
    var absence = new Absence(span, absent, deputy, new Wording(plan), "");
    var items = covered(span, plan, roster);
    var told = new ArrayList<Notice>();
    told.add(deputyNotice(absence, items, links).aboutAll(Wording.about(items)));
    told.addAll(issuerNotices(absence, items, new Audience(plan, roster)));
    notices.postAll(told);
  }

  /**
   * The round of a morning: limits that have come to fall into an absence since it was named. The
   * deputy finds them in the digest.
   */
  void follow(Round round) {
    var plan = round.dates().plan();
    var roster = new RosterSnapshot(jdbc, plan.id());
    var told = new ArrayList<Notice>();
    for (var span : deputies.notOver(plan.id())) {
      var absent = roster.activePerson(plan.id(), span.personId());
      var deputy = roster.activePerson(plan.id(), span.deputyId());
      if (absent.isPresent() && deputy.isPresent()) {
        var day = "/" + round.today();
        var absence = new Absence(span, absent.get(), deputy.get(), round.wording(), day);
        told.addAll(issuerNotices(absence, covered(span, plan, roster), round.audience()));
      }
    }
    notices.postAll(told);
  }

  /** One for each who asked for something, of what they were not told yet. */
  private List<Notice> issuerNotices(Absence absence, List<LedgerItem> items, Audience audience) {
    var fresh = untold(absence.span(), items);
    var issuers = new Issuers(fresh, audience, assignments, ledger);
    var piles = new LinkedHashMap<Person, List<LedgerItem>>();
    for (var item : fresh) {
      issuers.of(item).stream()
          .filter(issuer -> !issuer.equals(absence.absent()) && !issuer.equals(absence.deputy()))
          .forEach(
              issuer -> piles.computeIfAbsent(issuer, nobodyYet -> new ArrayList<>()).add(item));
    }
    return piles.entrySet().stream()
        .map(
            pile ->
                issuerNotice(absence, pile.getKey(), pile.getValue())
                    .aboutAll(Wording.about(pile.getValue())))
        .toList();
  }

  /** What nobody was told of yet as falling due in these days; it is told from now on. */
  private List<LedgerItem> untold(Deputy span, List<LedgerItem> items) {
    var told = new HashMap<String, Set<Instant>>();
    jdbc.sql("select item_key, due_at from supervision_absence where span_id = ?")
        .param(span.id())
        .query(
            row -> {
              told.computeIfAbsent(row.getString("item_key"), any -> new HashSet<>())
                  .add(DbTime.in(row, "due_at"));
            });
    var fresh =
        items.stream()
            .filter(item -> !told.getOrDefault(item.key(), Set.of()).contains(item.dueAt()))
            .toList();
    for (var item : fresh) {
      jdbc.sql("insert into supervision_absence (span_id, item_key, due_at) values (?, ?, ?)")
          .params(span.id(), item.key(), DbTime.of(item.dueAt()))
          .update();
    }
    return fresh;
  }

  /** What the absent person owes, as a person and for unit and branch, by a limit in these days. */
  private List<LedgerItem> covered(Deputy span, Plan plan, RosterSnapshot roster) {
    var owed = Sight.owedBy(new Responsibles(roster), plan.id(), span.personId());
    return ledger.in(plan.id(), owed).stream()
        .filter(item -> item.open() || item.state().equals("PLANNED"))
        .filter(item -> !item.dueAt().isBefore(span.beginsAt()))
        .filter(item -> item.dueAt().isBefore(span.endsAt()))
        .toList();
  }

  private static Notice deputyNotice(Absence absence, List<LedgerItem> items, Links links) {
    var wording = absence.wording();
    var head = wording.head();
    var said =
        Stream.of(
                absence.text("deputy.intro"),
                items.isEmpty() ? wording.text("absence.deputy.none") : "")
            .filter(text -> !text.isEmpty())
            .toList();
    var letter =
        head.letter(absence.deputy(), absence.text("deputy.subject"), said)
            .listing(absence.section(items, item -> links.item(item.key())))
            .offering(head.tasklist(links));
    return absence.notice(absence.deputy(), letter);
  }

  private static Notice issuerNotice(Absence absence, Person to, List<LedgerItem> items) {
    var said = List.of(absence.text("issuer.intro"));
    return absence.notice(
        to,
        absence
            .wording()
            .head()
            .letter(to, absence.text("issuer.subject"), said)
            .listing(absence.section(items, item -> null)));
  }

  /**
   * Somebody is absent, and who acts instead.
   *
   * @param day tells later notices from the first; empty for that
   */
  private record Absence(Deputy span, Person absent, Person deputy, Wording wording, String day) {

    String text(String code) {
      return wording.text(
          "absence." + code,
          absent.name(),
          deputy.name(),
          wording.head().day(span.begins()),
          wording.head().day(span.ends()));
    }

    /** What falls due in these days; the link may be null. */
    List<Section> section(List<LedgerItem> items, Function<LedgerItem, @Nullable String> link) {
      var title = wording.text("absence.section", String.valueOf(items.size()));
      return wording
          .head()
          .section(title, Tone.AMBER, items, item -> wording.line(item, link.apply(item)));
    }

    Notice notice(Person to, Letter letter) {
      return Notice.atOnce(
          "absence/%d/%s%s".formatted(span.id(), to.id(), day), span.campaignId(), to, letter);
    }
  }
}
