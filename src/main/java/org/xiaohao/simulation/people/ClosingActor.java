package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office closes the campaign. */
@Simulated
class ClosingActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("campaign/userTask_close");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.onTheLastDay(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    desk.fill("note", desk.say("closing")).complete();
  }
}
