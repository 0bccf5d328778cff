/** What people typed into the forms of their tasks and have not handed in yet. */
@NullMarked
package org.xiaohao.webapps.draft;

import org.jspecify.annotations.NullMarked;
