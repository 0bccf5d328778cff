package org.xiaohao.simulation.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Lots that fall the same way whenever the same question is asked about the same thing: they hang
 * on names alone, not on the order in which they are drawn.
 *
 * @param about seed, and what the lots are about
 */
public record Draw(String about) {

  /** Lots about a part of it. */
  public Draw of(String part) {
    return new Draw(about + "/" + part);
  }

  /** A number from 0 up to, but without, 1. */
  public double share(String question) {
    return random(question).nextDouble();
  }

  /** Whether it comes true, in that share of all cases. */
  public boolean chance(String question, double share) {
    return share(question) < share;
  }

  /** A number between two, both included; the lower one where the upper is less. */
  public int between(String question, int low, int high) {
    return high <= low ? low : random(question).nextInt(low, high + 1);
  }

  /** One of them. */
  public <T> T one(String question, List<T> choices) {
    return choices.get(between(question, 0, choices.size() - 1));
  }

  private SplittableRandom random(String question) {
    var name = (about + "?" + question).getBytes(StandardCharsets.UTF_8);
    return new SplittableRandom(UUID.nameUUIDFromBytes(name).getMostSignificantBits());
  }
}
