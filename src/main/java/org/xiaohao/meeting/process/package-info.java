/** Meetings on the engine: model meeting. */
@NullMarked
package org.xiaohao.meeting.process;

import org.jspecify.annotations.NullMarked;
