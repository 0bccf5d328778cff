package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office visits units and sums up what it found. */
@Simulated
class InspectionActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("inspection/userTask_visit", "inspection/userTask_sumUp");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.element().equals("userTask_sumUp")) {
      var conclusion = Desk.group().put("summary", desk.sayOne("inspection-summary", 2));
      desk.fill("conclusion", conclusion).complete();
      return;
    }
    var visit = desk.draft("visit");
    // by unit, not by turn: the visits of a round come in any order
    var lots = todo.draw().of(desk.text("unitId"));
    for (var line : visit.path("checks")) {
      ((ObjectNode) line).put("kept", lots.chance("kept " + line.path("line").asText(), 0.8));
    }
    var findings = visit.putArray("findings");
    if (lots.chance("problem", 0.4)) {
      findings
          .addObject()
          .put("kind", "PROBLEM")
          .put("text", desk.say("inspection-problem-" + lots.between("which", 1, 3)));
    }
    if (lots.chance("praise", 0.3)) {
      findings
          .addObject()
          .put("kind", "PRAISE")
          .put("text", desk.say("inspection-praise-" + lots.between("which", 1, 2)));
    }
    desk.fill("visit", visit).complete();
  }
}
