/** Simulated time and simulated people: a campaign in minutes. */
@NullMarked
package org.xiaohao.simulation;

import org.jspecify.annotations.NullMarked;
