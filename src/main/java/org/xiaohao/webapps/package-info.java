/** Tasklist and Cockpit as this product shows them: rights, filters, plugins, pages. */
@NullMarked
package org.xiaohao.webapps;

import org.jspecify.annotations.NullMarked;
