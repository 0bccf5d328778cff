/** Study sessions: material, speakers, attendance, make-up study. */
@NullMarked
package org.xiaohao.study;

import org.jspecify.annotations.NullMarked;
