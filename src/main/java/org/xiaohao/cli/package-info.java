/** Commands for the terminal; they start without a server and without a database. */
@NullMarked
package org.xiaohao.cli;

import org.jspecify.annotations.NullMarked;
