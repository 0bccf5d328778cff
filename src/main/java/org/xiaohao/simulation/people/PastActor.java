package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office records what was done before a late launch: all of it. */
@Simulated
class PastActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of(
        "phase-study/userTask_recordPast",
        "phase-benchmark/userTask_recordPast",
        "phase-improvement/userTask_recordPast");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var kinds = JsonNodeFactory.instance.arrayNode();
    desk.json("kinds")
        .forEach(kind -> kinds.addObject().put("all", true).set("kind", kind.path("kind")));
    desk.fill("kinds", kinds).complete();
  }
}
