package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.campaign.Plan.BenchmarkSelection;

/** The unit proposes whom it looks up to, and what it promises; some went to see. */
@Simulated
class ProposeBenchmarksActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("benchmark-selection/userTask_propose");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(todo.turn() > 0 ? Pace.soon(todo, 1) : Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var proposal = desk.draft("proposal");
    var means = desk.json("meansChoices");
    var benchmarks = proposal.putArray("benchmarks");
    for (var i = 0; i < Math.max(entry(todo).atLeast(), todo.lots().between("count", 1, 3)); i++) {
      benchmarks
          .addObject()
          .put("workKind", desk.say("work-" + (i % 3 + 1)))
          .put("model", desk.say("model-" + (i % 3 + 1)))
          .put("reason", desk.say("model-reason"))
          .put(
              "means",
              means.isEmpty()
                  ? desk.say("means")
                  : means.get(i % means.size()).path("value").asText());
    }
    proposal.put("standard", desk.sayOne("standard", 3));
    if (Boolean.parseBoolean(desk.text("fieldVisit")) && todo.draw().chance("visit", 0.4)) {
      visit(todo, desk, proposal);
    }
    desk.fill("proposal", proposal).complete();
  }

  /** On the last day on which it could have been. */
  private static void visit(Todo todo, Desk desk, ObjectNode proposal) {
    var entry = entry(todo);
    var day = desk.today().isBefore(entry.fieldVisitTo()) ? desk.today() : entry.fieldVisitTo();
    if (!day.isBefore(entry.fieldVisitFrom())) {
      proposal.put("visitPlace", desk.say("visit-place")).put("visitDay", day.toString());
      proposal.put("visitors", desk.say("visitors")).put("learned", desk.say("learned"));
    }
  }

  private static BenchmarkSelection entry(Todo todo) {
    return todo.dates().plan().benchmarkSelections().stream()
        .filter(selection -> selection.id().equals(todo.part(2)))
        .findFirst()
        .orElseThrow();
  }
}
