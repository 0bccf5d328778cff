package org.xiaohao.webapps.api;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.ledger.ItemEvent;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/** Items in words: states, names and moments as people read them. */
@Component
class ItemWords {

  private final Rosters rosters;
  private final Clock clock;

  ItemWords(Rosters rosters, Clock clock) {
    this.rosters = rosters;
    this.clock = clock;
  }

  /** The room's own word for the state, else one that fits any room. */
  String state(LedgerItem item) {
    var code = "webapps.state." + item.room() + "." + item.state();
    var word = Api.word(code);
    if (!word.equals(code)) {
      return word;
    }
    var general = item.done() ? "done" : item.open() ? "open" : "closed";
    return Api.word("webapps.state." + general);
  }

  /** Whether its limit has passed and nobody has done anything. */
  boolean late(LedgerItem item) {
    var acted = item.actedAt() == null ? clock.instant() : item.actedAt();
    return (item.open() || item.done()) && acted.isAfter(item.limitAt());
  }

  /** What happened: in the room's own word, else in one that fits any room. */
  String event(LedgerItem item, String what) {
    var code = "webapps.event." + item.room() + "." + what;
    var word = Api.word(code);
    return word.equals(code) ? Api.word("webapps.event." + what) : word;
  }

  /** Why it happened; where the trail of a problem begins with a key, its name stands there. */
  @Nullable String why(Campaign campaign, LedgerItem item, ItemEvent event) {
    var why = event.why();
    if (why == null || !item.room().equals("rectification")) {
      return why;
    }
    var blank = why.indexOf(' ');
    var key = blank < 0 ? why : why.substring(0, blank);
    var name =
        switch (event.what()) {
          case "CONFIRMED",
              "OWNER_NAMED",
              "VERIFIER_NAMED",
              "OWNER_LEFT",
              "OWNER_MOVED",
              "VERIFIER_LEFT" ->
              name(campaign, key);
          case "REASSIGNED" -> unit(campaign, key);
          // Its checksum is for the trail.
          case "FILE_ADDED", "FILE_REMOVED" -> "";
          case "MERGED", "TOOK_IN", "CLOSED_OUT", "REOPENED" ->
              key.startsWith(campaign.id() + "/") ? key.substring(campaign.id().length() + 1) : key;
          default -> key;
        };
    return (name + why.substring(key.length())).strip();
  }

  /** That somebody acted for an absent person. */
  String actedFor(Campaign campaign, String absent) {
    return Api.word("webapps.event.acted-for", name(campaign, absent));
  }

  /** Name of a person; the id where the roster does not know it, empty where nobody acted. */
  String name(Campaign campaign, @Nullable String personId) {
    if (personId == null || personId.isEmpty()) {
      return "";
    }
    return rosters.person(campaign.id(), personId).map(person -> person.name()).orElse(personId);
  }

  /** Whom an item counts for: its unit or its branch, else the office. */
  String party(Campaign campaign, LedgerItem item) {
    if (item.unitId() != null) {
      return unit(campaign, item.unitId());
    }
    return item.branchId() == null
        ? Api.word("ledger.office")
        : rosters.branch(campaign.id(), item.branchId()).map(Branch::name).orElse(item.branchId());
  }

  /** Whose an item is: the person's, else of whom it counts for. */
  String owner(Campaign campaign, LedgerItem item) {
    return item.personId() == null ? party(campaign, item) : name(campaign, item.personId());
  }

  /** The unit of a person; the name of who belongs to none. */
  String unitOf(Campaign campaign, String personId) {
    return rosters
        .person(campaign.id(), personId)
        .map(Person::unitId)
        .map(unitId -> unit(campaign, unitId))
        .orElseGet(() -> name(campaign, personId));
  }

  /** Name of a unit; the id where the roster does not know it. */
  String unit(Campaign campaign, String unitId) {
    return rosters.unit(campaign.id(), unitId).map(Unit::name).orElse(unitId);
  }

  /** Local time of the plan; null stays null. */
  @Nullable String moment(Campaign campaign, @Nullable Instant moment) {
    return moment == null ? null : Api.moment(moment, campaign.plan().zone());
  }
}
