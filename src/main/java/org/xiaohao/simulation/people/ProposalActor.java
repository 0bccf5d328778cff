package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.rectification.ProblemList;

/** Units say what they will do about a problem; the office agrees, or asks for more. */
@Simulated
class ProposalActor implements Actor {

  private final ProblemList problems;

  ProposalActor(ProblemList problems) {
    this.problems = problems;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("rectification/userTask_analyse", "rectification/userTask_confirm");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.08));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.element().equals("userTask_analyse")) {
      propose(todo, desk);
      return;
    }
    var owner = problems.get(todo.key()).remedy().owner();
    desk.choose(person -> !person.equals(owner));
    if (todo.turn() == 0 && todo.lots().chance("returned", 0.1)) {
      desk.fill("outcome", "RETURNED").fill("reason", desk.say("problem-return-proposal"));
    } else {
      var verifiers = desk.json("verifiers").findValuesAsText("value");
      desk.fill("outcome", "PASSED")
          .fill("verifier", todo.lots().one("verifier", verifiers))
          .fill("onSite", todo.lots().chance("on site", 0.3));
    }
    desk.complete();
  }

  private static void propose(Todo todo, Desk desk) {
    var proposal = desk.draft("proposal");
    var days = todo.lots().between("days", 5, 12);
    proposal
        .put("cause", desk.sayOne("problem-cause", 2))
        .put("measure", desk.sayOne("problem-measure", 2))
        .put("owner", todo.lots().one("owner", desk.json("members").findValuesAsText("value")))
        .put("until", todo.dates().calendar().plusWorkingDays(desk.today(), days).toString());
    desk.fill("proposal", proposal).complete();
  }
}
