package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Tasks of the leading group are done, reported, and once in a while returned. */
@Simulated
class AssignmentActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("assignment/userTask_do", "assignment/userTask_decide");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.3));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.element().equals("userTask_do")) {
      var result = Desk.group().put("report", desk.sayOne("assignment-report", 2));
      desk.fill("result", result).complete();
      return;
    }
    desk.chooseOtherThan("userTask_do");
    var returned = todo.turn() == 0 && todo.lots().chance("return", 0.4);
    desk.fill("outcome", returned ? "RETURNED" : "ACCEPTED")
        .fill("comment", returned ? desk.say("assignment-returned") : "")
        .complete();
  }
}
