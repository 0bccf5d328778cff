package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Does one kind of task as people do it. Whatever it decides comes from the task's own {@link
 * Todo#draw}, so that the same seed gives the same campaign.
 */
public interface Actor {

  /** Tasks that it does, as {@code <process>/<user task>}. */
  Set<String> tasks();

  /**
   * When somebody gets to it; empty where nobody ever does. Asked once for each due date and turn
   * of a task.
   */
  Optional<Instant> when(Todo todo);

  /** Does it, or something else that brings it on: that is the next turn then. */
  void act(Todo todo, Desk desk);
}
