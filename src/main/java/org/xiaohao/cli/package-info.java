/** Commands for the terminal; no web server is needed for them. */
@NullMarked
package org.xiaohao.cli;

import org.jspecify.annotations.NullMarked;
