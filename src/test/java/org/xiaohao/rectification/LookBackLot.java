package org.xiaohao.rectification;

/** Foresees which problems the look-back draws, for tests that need one of them. */
public final class LookBackLot {

  private LookBackLot() {}

  /** Whether the problem is in a sample of that percentage. */
  public static boolean fallsOn(String key, int percentage) {
    var lot = new Digest().add("look-back", key).hex().substring(0, 8);
    return Long.parseLong(lot, 16) % 100 < percentage;
  }
}
