package org.xiaohao.webapps.v1;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Sight;
import org.xiaohao.roster.Groups;

/** Whoever asks, and what they may see: the same as in the pages. */
record Reader(String id, Set<String> groups) {

  static Reader of(Authentication person) {
    return new Reader(
        person.getName(),
        person.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean takesPart(String campaign) {
    return groups.contains(Groups.staff(campaign)) || isOffice(campaign);
  }

  boolean isOffice(String campaign) {
    return groups.contains(Groups.office(campaign));
  }

  /** The numbers of a whole campaign are for those who steer it. */
  boolean seesProgress(String campaign) {
    return isOffice(campaign) || groups.contains(Groups.leadingGroup(campaign));
  }

  Sight sight(String campaign) {
    var overseen =
        Stream.concat(
                endings(Groups.head(campaign, "")).stream(),
                endings(Groups.leader(campaign, "")).stream())
            .toList();
    return new Sight(
        isOffice(campaign),
        id,
        overseen,
        endings(Groups.liaison(campaign, "")),
        endings(Groups.secretary(campaign, "")));
  }

  boolean sees(LedgerItem item) {
    return sight(item.campaignId()).covers(item);
  }

  private List<String> endings(String prefix) {
    return groups.stream()
        .filter(group -> group.startsWith(prefix))
        .map(group -> group.substring(prefix.length()))
        .toList();
  }
}
