/** The plan as data: reading, checking, launching; phases and their gates. */
@NullMarked
package org.xiaohao.campaign;

import org.jspecify.annotations.NullMarked;
