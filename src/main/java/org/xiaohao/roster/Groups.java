package org.xiaohao.roster;

import java.util.stream.Stream;

/**
 * Names of the groups whose members act. A role belongs to one campaign, so the campaign stands in
 * front: who heads a unit in this campaign has no say in the next.
 *
 * <p>The engine keeps 64 characters. Ids of units and branches have 24 at most, which leaves 29 for
 * the campaign.
 */
public final class Groups {

  private Groups() {}

  /** 办公室 (R9). */
  public static String office(String campaignId) {
    return campaignId + ".office";
  }

  /** 领导小组 (R7). */
  public static String leadingGroup(String campaignId) {
    return campaignId + ".leading-group";
  }

  /** Everybody who takes part (R3). */
  public static String staff(String campaignId) {
    return campaignId + ".staff";
  }

  /** Head of a unit. */
  public static String head(String campaignId, String unitId) {
    return campaignId + ".head." + unitId;
  }

  /** Liaison of a unit; its head where it has none. */
  public static String liaison(String campaignId, String unitId) {
    return campaignId + ".liaison." + unitId;
  }

  /** Bureau leader in charge of a unit (A24). */
  public static String leader(String campaignId, String unitId) {
    return campaignId + ".leader." + unitId;
  }

  /** Secretary of a branch. */
  public static String secretary(String campaignId, String branchId) {
    return campaignId + ".secretary." + branchId;
  }

  /**
   * Whether only one person is a member: head, liaison, leader in charge, secretary. Where more are
   * members, the others act while one is absent.
   */
  public static boolean isPost(String campaignId, String group) {
    return Stream.of("head", "liaison", "leader", "secretary")
        .anyMatch(post -> group.startsWith(campaignId + "." + post + "."));
  }

  /** Everybody of a unit. */
  public static String unit(String campaignId, String unitId) {
    return campaignId + ".unit." + unitId;
  }
}
