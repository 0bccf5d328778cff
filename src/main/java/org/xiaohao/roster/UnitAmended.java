package org.xiaohao.roster;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A roster after the launch says something else of a unit: another name, kind, head, liaison,
 * leader in charge or days of study. The place in the order alone amends nothing.
 */
public record UnitAmended(String campaignId, Unit before, Unit after) {

  /** Who was head, liaison or leader in charge, and has not the same post any more. */
  public Set<String> relieved() {
    return Stream.<Function<Unit, @Nullable String>>of(
            Unit::head, Unit::liaison, Unit::leaderInCharge)
        .filter(post -> !Objects.equals(post.apply(before), post.apply(after)))
        .map(post -> post.apply(before))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
