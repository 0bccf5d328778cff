package org.xiaohao.roster;

/**
 * A unit, branch or person has another name: what is still to be done for them is called after the
 * new one, what is done keeps the name of its day.
 *
 * @param id of the unit or branch, or login of the person
 */
public record PartyRenamed(String campaignId, Party party, String id, String before, String after) {

  /** Who has another name. */
  public enum Party {
    UNIT,
    BRANCH,
    PERSON
  }

  /** Whether that title is another one with the new name. */
  public boolean changes(String title) {
    return !title.equals(in(title));
  }

  /**
   * A title with the new name in place of the old one. Titles name their party last, so it is the
   * last place that counts; a title without the name stays as it is.
   */
  public String in(String title) {
    var at = title.lastIndexOf(before);
    return at < 0 ? title : title.substring(0, at) + after + title.substring(at + before.length());
  }
}
