package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.rectification.ProblemList;

/** Heads check, verifiers verify, the office looks back and decides about more time. */
@Simulated
class VerifyActor implements Actor {

  private final ProblemList problems;

  VerifyActor(ProblemList problems) {
    this.problems = problems;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        "rectification/userTask_check",
        "rectification/userTask_verify",
        "rectification/userTask_lookBack",
        "rectification/userTask_decideExtension");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.05));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var owner = problems.get(todo.key()).remedy().owner();
    desk.choose(person -> !person.equals(owner));
    var first = todo.turn() == 0;
    switch (todo.element()) {
      case "userTask_check" ->
          decide(desk, first && todo.lots().chance("returned", 0.1), "reason", "check-return", "");
      case "userTask_verify" ->
          decide(
              desk,
              first && todo.lots().chance("returned", 0.12),
              "note",
              "verify-return",
              "verified");
      case "userTask_lookBack" ->
          decide(desk, first && todo.lots().chance("relapsed", 0.4), "note", "relapsed", "stands");
      default -> {
        var refused = todo.lots().chance("refused", 0.25);
        desk.fill("outcome", refused ? "RETURNED" : "PASSED")
            .fill("comment", desk.say(refused ? "refuse" : "grant"))
            .complete();
      }
    }
  }

  private static void decide(
      Desk desk, boolean returned, String field, String whyNot, String wellDone) {
    var words = returned ? whyNot : wellDone;
    desk.fill("outcome", returned ? "RETURNED" : "PASSED")
        .fill(field, words.isEmpty() ? "" : desk.say("problem-" + words))
        .complete();
  }
}
