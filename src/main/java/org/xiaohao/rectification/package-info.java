/** The problem list: found, analysed, rectified, verified and struck off, with its audit trail. */
@NullMarked
package org.xiaohao.rectification;

import org.jspecify.annotations.NullMarked;
