/** Study sessions on the engine: models study-session and study-material. */
@NullMarked
package org.xiaohao.study.process;

import org.jspecify.annotations.NullMarked;
