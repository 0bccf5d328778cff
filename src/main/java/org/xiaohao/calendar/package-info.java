/** Working days: days off, make-up working days, and where a date of the plan really falls. */
@NullMarked
package org.xiaohao.calendar;

import org.jspecify.annotations.NullMarked;
