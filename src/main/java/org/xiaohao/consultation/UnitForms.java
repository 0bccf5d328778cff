package org.xiaohao.consultation;

/**
 * How many forms a unit has in one consultation.
 *
 * @param valid forms that count
 * @param returned all forms, those that do not count among them
 * @param quota valid forms that it needs; 0 for none
 */
public record UnitForms(String unitId, int valid, int returned, int quota) {

  /** Valid forms that are still missing. */
  public int missing() {
    return Math.max(0, quota - valid);
  }
}
