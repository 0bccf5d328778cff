package org.xiaohao.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Many values in lists that every database takes. */
final class Chunks {

  private static final int SIZE = 500;

  private Chunks() {}

  static <T> List<List<T>> of(Collection<T> values) {
    var all = new ArrayList<>(values);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + SIZE)
        .mapToObj(from -> List.copyOf(all.subList(from, Math.min(from + SIZE, all.size()))))
        .toList();
  }
}
