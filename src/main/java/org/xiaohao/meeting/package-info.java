/** Meetings of the plan: date and place, who is invited, minutes, opinions and resolutions. */
@NullMarked
package org.xiaohao.meeting;

import org.jspecify.annotations.NullMarked;
