package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The unit discusses the proposal; a few want it changed. */
@Simulated
class DiscussBenchmarksActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("benchmark-selection/userTask_discuss");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var discussion =
        Desk.group()
            .put("day", desk.today().toString())
            .put("participants", desk.say("participants"))
            .put("result", desk.say("discussed"));
    var returned = todo.turn() == 0 && todo.lots().chance("returned", 0.1);
    desk.chooseOtherThan("userTask_propose");
    desk.fill("discussion", discussion)
        .fill("outcome", returned ? "RETURNED" : "ACCEPTED")
        .fill("reason", returned ? desk.say("standard-vague") : "")
        .complete();
  }
}
