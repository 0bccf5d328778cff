package org.xiaohao.roster;

import java.util.Collection;
import java.util.List;

/** Port to where people log in: the people of a campaign as users, their roles as groups. */
public interface Accounts {

  /** Makes them users, and members of the campaign's staff and of their unit. */
  void people(String campaignId, Collection<Person> people);

  /** Makes the group of a unit, before its people come to it. */
  void unit(String campaignId, String unitId);

  /** Takes the roles of a unit that is dissolved from everybody. */
  void unitRemoved(String campaignId, String unitId);

  /** Takes the role of a branch that is dissolved from its secretary. */
  void branchRemoved(String campaignId, String branchId);

  /** Takes every role of the campaign from somebody who has left; the user stays for the record. */
  void left(String campaignId, Person person);

  /**
   * Gives the roles of the campaign to exactly those whom the roster and the plan name.
   *
   * @param office logins of the people of the office
   * @param leadingGroup logins of the people of the leading group
   */
  void roles(String campaignId, List<String> office, List<String> leadingGroup);
}
