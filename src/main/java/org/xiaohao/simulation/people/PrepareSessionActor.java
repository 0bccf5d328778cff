package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The unit prepares its session: place, host, speakers; it invites the leader in charge. */
@Simulated
class PrepareSessionActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("study-session/userTask_prepare");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.inGoodTime(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var preparation = desk.draft("preparation");
    preparation.put("place", desk.sayOne("place", 3));
    if (preparation.path("host").asText("").isEmpty()) {
      preparation.set("host", desk.json("hosts").path(0).path("value"));
    }
    var kinds = desk.json("kinds");
    if (!kinds.isEmpty()) {
      var kind = kinds.get(todo.lots().between("kind", 0, kinds.size() - 1));
      preparation.set("kind", kind.path("value"));
    }
    preparation.put("leaderInvited", Boolean.parseBoolean(desk.text("hasLeader")));
    nameSpeakers(todo, preparation, desk.json("people"));
    desk.fill("preparation", preparation).complete();
  }

  /** As many as the plan asks for, now and then one more. */
  private static void nameSpeakers(Todo todo, ObjectNode preparation, JsonNode people) {
    var asked = preparation.path("speakers").size();
    var more = asked > 0 && todo.lots().chance("one more", 0.15) ? 1 : 0;
    var first = todo.lots().between("speaker", 0, people.size() - 1);
    var speakers = preparation.putArray("speakers");
    for (var i = 0; i < Math.min(asked + more, people.size()); i++) {
      var person = people.get((first + i) % people.size());
      speakers.addObject().set("person", person.path("value"));
    }
  }
}
