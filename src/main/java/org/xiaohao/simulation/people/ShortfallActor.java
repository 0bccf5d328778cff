package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office gives a unit that is short of forms two more days. */
@Simulated
class ShortfallActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("consultation/userTask_decideShortfall");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var until = todo.dates().calendar().plusWorkingDays(desk.today(), 2);
    desk.fill("decision", "CONTINUE")
        .fill("until", until.toString())
        .fill("reason", desk.say("shortfall"))
        .complete();
  }
}
