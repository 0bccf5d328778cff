/** Pages for phones, where Tasklist is too wide: my items, read, write, upload, submit. */
@NullMarked
package org.xiaohao.webapps.phone;

import org.jspecify.annotations.NullMarked;
