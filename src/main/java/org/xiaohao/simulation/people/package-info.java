/** The simulated people of a replay: an actor per kind of task. */
@NullMarked
package org.xiaohao.simulation.people;

import org.jspecify.annotations.NullMarked;
