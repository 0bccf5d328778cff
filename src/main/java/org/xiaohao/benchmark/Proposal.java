package org.xiaohao.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit proposes.
 *
 * @param benchmarks whom it looks up to, by kind of work (R53)
 * @param standard draft of what it will promise (R63)
 * @param visit the field visit; null where there was none (R56)
 */
public record Proposal(List<Benchmark> benchmarks, String standard, @Nullable FieldVisit visit) {

  public Proposal {
    benchmarks = List.copyOf(benchmarks);
  }
}
