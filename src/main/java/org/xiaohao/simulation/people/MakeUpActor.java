package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Those who missed a session study on their own; some say why they do not. */
@Simulated
class MakeUpActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("study-session/userTask_makeUp");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var makeUp = desk.draft("makeUp");
    for (var line : makeUp.path("people")) {
      var madeUp = !todo.lots().chance(line.path("person").asText(), 0.04);
      ((ObjectNode) line)
          .put("on", madeUp ? desk.today().toString() : null)
          .put("how", desk.say(madeUp ? "made-up" : "not-made-up"));
    }
    desk.fill("makeUp", makeUp).complete();
  }
}
