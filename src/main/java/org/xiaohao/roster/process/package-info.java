/** The people of a roster as users and groups of the engine. */
@NullMarked
package org.xiaohao.roster.process;

import org.jspecify.annotations.NullMarked;
