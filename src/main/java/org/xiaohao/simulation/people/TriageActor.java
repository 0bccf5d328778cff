package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.rectification.ProblemList;

/** The office says what becomes of new problems, and of those that it follows. */
@Simulated
class TriageActor implements Actor {

  private final ProblemList problems;

  TriageActor(ProblemList problems) {
    this.problems = problems;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("rectification/userTask_triage", "rectification/userTask_followUp");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.element().equals("userTask_followUp")) {
      followUp(todo, desk);
      return;
    }
    var share = todo.draw().share("fate");
    var other = other(desk);
    if (todo.turn() == 0 && share < 0.08 && other.isPresent()) {
      desk.fill("outcome", "MERGED")
          .fill("into", other.get())
          .fill("reason", desk.say("problem-merged"))
          .complete();
    } else if (todo.turn() == 0 && share < 0.15) {
      desk.fill("outcome", "EXPLAINED").fill("reason", desk.say("problem-explained")).complete();
    } else {
      rate(todo, desk);
      if (todo.turn() == 0 && share < 0.22) {
        desk.fill("outcome", "LONG_TERM")
            .fill("nextLook", day(todo, desk, 15))
            .fill("reason", desk.say("problem-long-term"))
            .complete();
      } else {
        desk.fill("outcome", "ACCEPTED").complete();
      }
    }
  }

  /** The form shows what stood on the list when the task came up; some is closed out by now. */
  private Optional<String> other(Desk desk) {
    return desk.json("others").findValuesAsText("value").stream()
        .filter(key -> problems.find(key).filter(p -> p.isOpen() && !p.isClosedOut()).isPresent())
        .findFirst();
  }

  private static void rate(Todo todo, Desk desk) {
    var unit = desk.text("unit");
    desk.fill("unit", unit.isEmpty() ? one(todo, desk, "units") : unit)
        .fill("kind", one(todo, desk, "kinds"))
        .fill("weight", String.valueOf(todo.lots().between("weight", 1, 3)))
        .fill("urgency", String.valueOf(todo.lots().between("urgency", 1, 3)));
  }

  /** Empty where the plan names none. */
  private static String one(Todo todo, Desk desk, String choices) {
    var values = desk.json(choices).findValuesAsText("value");
    return values.isEmpty() ? "" : todo.lots().one(choices, values);
  }

  private static void followUp(Todo todo, Desk desk) {
    if (todo.turn() == 0) {
      desk.fill("outcome", "CONTINUE").fill("nextLook", day(todo, desk, 10));
    } else {
      desk.fill("outcome", todo.lots().chance("end", 0.5) ? "END" : "RECTIFY");
    }
    desk.fill("reason", desk.say("problem-followed")).complete();
  }

  private static String day(Todo todo, Desk desk, int workingDays) {
    return todo.dates().calendar().plusWorkingDays(desk.today(), workingDays).toString();
  }
}
