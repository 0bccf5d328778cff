/** Who: units in their fixed order, branches, people, and which of them may act for whom. */
@NullMarked
package org.xiaohao.roster;

import org.jspecify.annotations.NullMarked;
