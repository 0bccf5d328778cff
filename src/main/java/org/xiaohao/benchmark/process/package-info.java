/** The selection of benchmarks on the engine: model benchmark-selection. */
@NullMarked
package org.xiaohao.benchmark.process;

import org.jspecify.annotations.NullMarked;
