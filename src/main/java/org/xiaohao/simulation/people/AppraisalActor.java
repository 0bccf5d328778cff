package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The office reviews what is proposed and decides objections. */
@Simulated
class AppraisalActor implements Actor {

  private static final String REVIEW = "appraisal/userTask_review";
  private static final String OBJECTION = "appraisal/userTask_decideObjection";

  @Override
  public Set<String> tasks() {
    return Set.of(REVIEW, OBJECTION);
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.onTheLastDay(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.kind().equals(REVIEW)) {
      review(todo, desk);
    } else {
      desk.choose(todo.dates().plan().office().director()::equals);
      var upheld = todo.lots().chance("upheld", 0.5);
      desk.fill("outcome", upheld ? "UPHELD" : "REJECTED")
          .fill("reason", desk.say(upheld ? "objection-upheld" : "objection-rejected"))
          .complete();
    }
  }

  /** Counts anew once: the first look finds that a record was missing. */
  private static void review(Todo todo, Desk desk) {
    if (todo.turn() == 0) {
      desk.fill("outcome", "RECOMPUTE").complete();
    } else {
      desk.fill("outcome", "CONFIRM").fill("proposal", desk.json("proposal")).complete();
    }
  }
}
