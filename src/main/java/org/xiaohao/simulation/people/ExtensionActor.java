package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.submission.Submissions;

/** The office decides about more time. */
@Simulated
class ExtensionActor implements Actor {

  private final Submissions submissions;

  ExtensionActor(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("submission/userTask_decideExtension");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.soon(todo, 1));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var asked = submissions.findExtension(todo.key()).orElseThrow();
    desk.choose(person -> !person.equals(asked.askedBy()));
    var granted = todo.lots().chance("granted", 0.8);
    desk.fill("decision", granted ? "GRANTED" : "REFUSED")
        .fill("comment", desk.say(granted ? "grant" : "refuse"))
        .complete();
  }
}
