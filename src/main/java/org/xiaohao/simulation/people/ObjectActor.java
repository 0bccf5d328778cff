package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who is named for criticism objects, accepts it, or lets the time pass. */
@Simulated
class ObjectActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("appraisal/userTask_object");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return name(todo).share("silent") < 0.15
        ? Optional.empty()
        : Optional.of(Pace.inGoodTime(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var objects = name(todo).chance("objects", 0.8);
    desk.fill("answer", objects ? "OBJECTED" : "ACCEPTED")
        .fill("text", objects ? desk.say("objection") : "")
        .complete();
  }

  /** Several of them are open under one key. */
  private static Draw name(Todo todo) {
    return todo.draw().of(todo.assignee() == null ? "unit" : todo.assignee());
  }
}
