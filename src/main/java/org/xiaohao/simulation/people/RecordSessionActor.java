package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The unit records who was there; now and then somebody is on leave, or just missing. */
@Simulated
class RecordSessionActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("study-session/userTask_record");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var record = desk.draft("record");
    var speakers = record.path("speakers").findValuesAsText("person");
    for (var line : record.path("people")) {
      var person = line.path("person").asText();
      if (!speakers.contains(person)) {
        note((ObjectNode) line, todo.lots().share(person), desk);
      }
    }
    record.put("note", desk.sayOne("note", 3));
    desk.fill("record", record).complete();
  }

  private static void note(ObjectNode line, double share, Desk desk) {
    if (share < 0.05) {
      line.put("presence", "LEAVE").put("reason", desk.sayOne("leave", 3));
    } else if (share < 0.07) {
      line.put("presence", "ABSENT");
    }
  }
}
