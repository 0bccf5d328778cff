package org.xiaohao.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Person;

/**
 * Who asked for some things: of an assignment who assigned it; of a problem the director of the
 * office, which agreed to its date, its verifier and the head of the unit; of all other things
 * whoever reviews them.
 */
final class Issuers {

  private final Audience audience;
  private final Map<String, String> assigned;
  private final Map<String, String> verifiers;

  Issuers(List<LedgerItem> items, Audience audience, Assignments assignments, Ledger ledger) {
    var keys = items.stream().map(LedgerItem::key).toList();
    this.audience = audience;
    this.assigned = assignments.issuers(keys);
    this.verifiers = ledger.verifiers(keys);
  }

  List<Person> of(LedgerItem item) {
    if (assigned.containsKey(item.key())) {
      return audience.active(assigned.get(item.key())).map(List::of).orElseGet(audience::office);
    }
    var reviewers = audience.reviewers(item).stream();
    if (!item.room().equals("rectification")) {
      return reviewers.toList();
    }
    var verifier = Optional.ofNullable(verifiers.get(item.key())).flatMap(audience::active);
    return Stream.of(reviewers, audience.director().stream(), verifier.stream())
        .flatMap(people -> people)
        .distinct()
        .toList();
  }
}
