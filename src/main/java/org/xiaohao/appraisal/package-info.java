/** Commendation, criticism and the year-end sheet, out of recorded facts (R86-R88). */
@NullMarked
package org.xiaohao.appraisal;

import org.jspecify.annotations.NullMarked;
