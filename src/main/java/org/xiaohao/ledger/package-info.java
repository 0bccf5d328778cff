/** The read side: how things stand, over all rooms, in SQL. Writes nothing. */
@NullMarked
package org.xiaohao.ledger;

import org.jspecify.annotations.NullMarked;
