package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The unit sums up what the forms say. */
@Simulated
class SummariseActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("consultation/userTask_summarise");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var conclusion = Desk.group().put("summary", desk.sayOne("summary", 2));
    var problems = conclusion.putArray("problems");
    if (todo.lots().chance("problem", 0.5)) {
      desk.json("choices").path(0).path("value").asText("").lines().forEach(problems::add);
    }
    desk.fill("conclusion", conclusion).complete();
  }
}
