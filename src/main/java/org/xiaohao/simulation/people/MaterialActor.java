package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office supplies the material for a day of study. */
@Simulated
class MaterialActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("study-material/userTask_supply");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.inGoodTime(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    desk.fill("material", Desk.group().put("text", desk.sayOne("material", 3))).complete();
  }
}
