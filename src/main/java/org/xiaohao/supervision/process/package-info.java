/** Supervision on the engine: the boundary timers of all models, the daily round. */
@NullMarked
package org.xiaohao.supervision.process;

import org.jspecify.annotations.NullMarked;
