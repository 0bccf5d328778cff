package org.xiaohao.consultation;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Those whose opinion about a unit does not count: the unit itself and its people (A8). Other units
 * of the same organisation are outside.
 */
final class Insiders {

  /** What a unit calls itself on a form. */
  private static final Set<String> OURSELVES =
      Set.of("本科室", "本单位", "本部门", "本科", "本局本科室", "ourunit", "ourselves");

  private final String unit;
  private final String organisation;
  private final Set<String> people;

  /**
   * @param unit name of the unit
   * @param organisation name of the organisation, which people write whole, shortened or not at all
   *     before the unit's
   * @param people names of the unit's people
   */
  Insiders(String unit, String organisation, Collection<String> people) {
    this.unit = Wording.bare(unit);
    this.organisation = Wording.bare(organisation);
    this.people = people.stream().map(Wording::bare).collect(Collectors.toSet());
  }

  /** Whether that affiliation is the unit's own. */
  boolean include(String affiliation) {
    var name = Wording.bare(affiliation);
    return OURSELVES.contains(name) || people.contains(name) || isUnit(name) || isPerson(name);
  }

  /** 艺术科, 文化局艺术科, 长治市文化局艺术科; but not 县文化局艺术科 where the city's is meant. */
  private boolean isUnit(String name) {
    return name.endsWith(unit)
        && organisation.endsWith(name.substring(0, name.length() - unit.length()));
  }

  /** 艺术科张三. */
  private boolean isPerson(String name) {
    return people.stream()
        .anyMatch(
            person ->
                name.length() > person.length()
                    && name.endsWith(person)
                    && isUnit(name.substring(0, name.length() - person.length())));
  }
}
