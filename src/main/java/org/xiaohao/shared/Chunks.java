package org.xiaohao.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Many values in lists that every database takes. */
public final class Chunks {

  private static final int SIZE = 500;

  private Chunks() {}

  /** The values in their order, 500 at a time; no chunk is empty. */
  public static <T> List<List<T>> of(Collection<T> values) {
    var all = new ArrayList<>(values);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + SIZE)
        .mapToObj(from -> List.copyOf(all.subList(from, Math.min(from + SIZE, all.size()))))
        .toList();
  }
}
