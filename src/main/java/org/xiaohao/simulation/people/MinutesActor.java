package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office notes what came out of a meeting; now and then it did not take place. */
@Simulated
class MinutesActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("meeting/userTask_minutes");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.turn() == 0 && todo.lots().chance("fell out", 0.2)) {
      desk.fill("outcome", "POSTPONED").fill("reason", desk.say("postponed")).complete();
      return;
    }
    var minutes = desk.draft("minutes");
    minutes.put("attendees", todo.lots().between("attendees", 25, 60));
    minutes.put("attendance", desk.say("attendance")).put("text", desk.sayOne("minutes", 2));
    if (Boolean.parseBoolean(desk.text("opinionsAsked"))) {
      opinions(todo, desk, minutes);
    }
    if (Boolean.parseBoolean(desk.text("resolutionsAsked"))) {
      var resolutions = minutes.putArray("resolutions");
      for (var i = 1; i <= 2; i++) {
        resolutions.addObject().put("text", desk.say("resolution-" + i));
      }
    }
    desk.fill("outcome", "HELD").fill("minutes", minutes).complete();
  }

  /** Four to twelve, each about one unit or about all. */
  private static void opinions(Todo todo, Desk desk, ObjectNode minutes) {
    var units = desk.json("units");
    var opinions = minutes.putArray("opinions");
    for (var i = 0; i < todo.lots().between("opinions", 4, 12); i++) {
      var unit = units.path(todo.lots().between("unit" + i, 0, units.size() - 1));
      opinions
          .addObject()
          .put("raisedBy", desk.say("delegate", i + 1))
          .put("text", desk.say("opinion-" + (i % 4 + 1)))
          .put("problem", todo.lots().chance("problem" + i, 0.5))
          .set("unit", unit.path("value"));
    }
  }
}
