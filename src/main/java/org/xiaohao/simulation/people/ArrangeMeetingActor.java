package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office fixes day and place of a meeting; a meeting that fell out gets another day. */
@Simulated
class ArrangeMeetingActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("meeting/userTask_arrange");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var arrangement = desk.draft("arrangement");
    var proposed = arrangement.path("day").asText("");
    var tomorrow = todo.dates().calendar().plusWorkingDays(desk.today(), 1).toString();
    if (proposed.compareTo(tomorrow) < 0) {
      arrangement.put("day", tomorrow);
    }
    arrangement.put("place", desk.sayOne("place", 3)).put("host", desk.say("host"));
    arrangement.put("agenda", desk.say("agenda"));
    arrangement.putArray("audiences").add("UNIT_HEADS");
    arrangement.put("more", desk.say("guests"));
    desk.fill("arrangement", arrangement).complete();
  }
}
