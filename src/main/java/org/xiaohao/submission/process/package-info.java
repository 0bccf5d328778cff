/** Submissions on the engine: model submission. */
@NullMarked
package org.xiaohao.submission.process;

import org.jspecify.annotations.NullMarked;
