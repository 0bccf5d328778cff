package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Most people answer for what is late, some never do. */
@Simulated
class AnswerSlipActor implements Actor {

  private static final double SILENT = 0.1;

  @Override
  public Set<String> tasks() {
    return Set.of("supervision-slip/userTask_answer");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return todo.lots().chance("silent", SILENT)
        ? Optional.empty()
        : Optional.of(Pace.of(todo, 0.1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var byWhen = todo.dates().calendar().plusWorkingDays(desk.today(), 2);
    var answer =
        Desk.group()
            .put("done", desk.sayOne("slip-done", 2))
            .put("reason", desk.sayOne("slip-reason", 3))
            .put("byWhen", byWhen.toString());
    desk.fill("answer", answer).complete();
  }
}
