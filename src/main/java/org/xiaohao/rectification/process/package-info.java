/** The room's side towards the engine. */
@NullMarked
package org.xiaohao.rectification.process;

import org.jspecify.annotations.NullMarked;
