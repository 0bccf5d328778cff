package org.xiaohao.webapps;

import java.util.Collection;
import java.util.List;
import org.xiaohao.roster.Groups;

/**
 * What somebody is in a campaign, read off the groups that the person is in.
 *
 * @param staff whether the person takes part
 * @param leadingGroup whether the person is of the leading group
 * @param headed ids of the units that the person heads
 * @param inCharge ids of the units of which the person is the leader in charge
 * @param served ids of the units whose liaison the person is
 * @param branches ids of the branches whose secretary the person is
 */
public record Posts(
    boolean staff,
    boolean office,
    boolean leadingGroup,
    List<String> headed,
    List<String> inCharge,
    List<String> served,
    List<String> branches) {

  /** The posts of whoever is in these groups. */
  public static Posts of(Collection<String> groups, String campaignId) {
    return new Posts(
        groups.contains(Groups.staff(campaignId)),
        groups.contains(Groups.office(campaignId)),
        groups.contains(Groups.leadingGroup(campaignId)),
        endings(groups, Groups.head(campaignId, "")),
        endings(groups, Groups.leader(campaignId, "")),
        endings(groups, Groups.liaison(campaignId, "")),
        endings(groups, Groups.secretary(campaignId, "")));
  }

  /** Whether the person watches over the whole campaign: the office, and who leads it (R8). */
  public boolean oversees() {
    return office || leadingGroup;
  }

  /** Whether the person looks after all things of that unit, those of its people too. */
  public boolean oversees(String unitId) {
    return headed.contains(unitId) || inCharge.contains(unitId);
  }

  private static List<String> endings(Collection<String> groups, String prefix) {
    return groups.stream()
        .filter(group -> group.startsWith(prefix))
        .map(group -> group.substring(prefix.length()))
        .toList();
  }
}
