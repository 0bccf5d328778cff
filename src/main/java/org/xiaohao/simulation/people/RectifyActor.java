package org.xiaohao.simulation.people;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.rectification.ProblemCareService;

/** Owners rectify, in time or late; some ask for more time first. */
@Simulated
class RectifyActor implements Actor {

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  private final ProblemCareService service;
  private final UploadedFiles files;

  RectifyActor(ProblemCareService service, UploadedFiles files) {
    this.service = service;
    this.files = files;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("rectification/userTask_rectify");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(
        todo.turn() == 0 && asks(todo)
            ? todo.afterDue(-1, MORNING)
            : todo.turn() == 1 && asks(todo) ? Pace.onTheLastDay(todo) : Pace.of(todo, 0.15));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    if (todo.turn() == 0 && asks(todo) && desk.today().isBefore(todo.dueDay())) {
      var until = todo.dates().calendar().plusWorkingDays(todo.dueDay(), 3);
      service.askExtension(todo.key(), until, desk.say("problem-extension"), desk.person());
      return;
    }
    var work = desk.draft("work");
    if (todo.lots().chance("file", 0.5)) {
      files.attach(todo.key(), desk.say("problem-file"), desk.person());
    } else {
      work.put("before", desk.say("problem-before"))
          .put("after", desk.say("problem-after", desk.today(), String.valueOf(todo.turn() + 1)));
    }
    desk.fill("work", work).complete();
  }

  private static boolean asks(Todo todo) {
    return todo.dates().plan().rectification().extensions() > 0
        && todo.draw().chance("more time", 0.12);
  }
}
