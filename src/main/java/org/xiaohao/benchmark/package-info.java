/**
 * Benchmarks (whom we look up to) and standards (what we now promise): proposed by the units,
 * discussed collectively, confirmed by the office.
 */
@NullMarked
package org.xiaohao.benchmark;

import org.jspecify.annotations.NullMarked;
