/** Lights, reminders and escalation: who is told when something is late. */
@NullMarked
package org.xiaohao.supervision;

import org.jspecify.annotations.NullMarked;
