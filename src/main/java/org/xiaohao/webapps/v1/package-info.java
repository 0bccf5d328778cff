/** The API for other programs, version 1: reading, with the rights of whoever asks. */
@NullMarked
package org.xiaohao.webapps.v1;

import org.jspecify.annotations.NullMarked;
