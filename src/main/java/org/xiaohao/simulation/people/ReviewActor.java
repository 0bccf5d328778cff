package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.submission.SubmissionService;
import org.xiaohao.submission.Submissions;

/** Reviews papers; some are returned, some taken back by who handed them in. */
@Simulated
class ReviewActor implements Actor {

  private final Submissions submissions;
  private final SubmissionService service;

  ReviewActor(Submissions submissions, SubmissionService service) {
    this.submissions = submissions;
    this.service = service;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("submission/userTask_review");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.of(todo, 0.08));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.turn() == 0 && todo.lots().chance("taken back", 0.02)) {
      var submitter = submissions.get(todo.key()).submittedBy();
      service.withdraw(todo.key(), submitter);
      return;
    }
    desk.chooseOtherThan("userTask_submit");
    var returned = todo.turn() < 2 && todo.lots().chance("returned", 0.12);
    desk.fill("outcome", returned ? "RETURNED" : "ACCEPTED")
        .fill("comment", returned ? desk.sayOne("return", 3) : desk.say("accept"))
        .complete();
  }
}
