package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office fixes benchmarks and standard; now and then it sends them back. */
@Simulated
class ConfirmBenchmarksActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("benchmark-selection/userTask_confirm");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 2));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var returned = todo.turn() == 0 && todo.lots().chance("returned", 0.06);
    desk.chooseOtherThan("userTask_propose");
    desk.fill("fixed", desk.draft("fixed"))
        .fill("outcome", returned ? "RETURNED" : "ACCEPTED")
        .fill("reason", returned ? desk.say("standard-vague") : "")
        .complete();
  }
}
