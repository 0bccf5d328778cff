package org.xiaohao.study;

import java.util.List;

/**
 * What a unit settles before a session.
 *
 * @param place where it meets
 * @param hostId person who chairs it
 * @param kind way of study, one of the series' kinds (R31); empty where the series has none
 * @param leaderInvited whether the leader in charge was invited (R37)
 * @param speakers persons who are to speak, in their order
 */
public record Preparation(
    String place, String hostId, String kind, boolean leaderInvited, List<String> speakers) {

  public Preparation {
    speakers = List.copyOf(speakers);
  }

  /** Whether somebody is to chair it or to speak: without them it cannot take place as prepared. */
  boolean counts(String personId) {
    return hostId.equals(personId) || speakers.contains(personId);
  }
}
