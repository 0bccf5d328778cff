package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.roster.Groups;
import org.xiaohao.submission.SubmissionService;

/** Hands in papers, and does what people do instead: asks for more time, or forgets. */
@Simulated
class SubmitActor implements Actor {

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  private final SubmissionFates fates;
  private final SubmissionService service;
  private final UploadedFiles files;
  private final Findings findings;

  SubmitActor(
      SubmissionFates fates, SubmissionService service, UploadedFiles files, Findings findings) {
    this.fates = fates;
    this.service = service;
    this.files = files;
    this.findings = findings;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("submission/userTask_submit");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return switch (fates.of(todo)) {
      case ORDINARY -> Optional.of(todo.turn() > 0 ? Pace.soon(todo, 2) : Pace.of(todo, 0.1));
      case ASKS_FOR_TIME, MOVED ->
          Optional.of(
              switch (todo.turn()) {
                case 0 -> todo.afterDue(-2, MORNING);
                case 1 -> Pace.onTheLastDay(todo);
                default -> Pace.soon(todo, 2);
              });
      case AFTER_THE_GATE ->
          Optional.of(todo.turn() > 0 ? Pace.soon(todo, 2) : fates.afterTheGate(todo));
      case WAIVED -> Optional.of(todo.afterDue(2, MORNING));
      case NEVER -> Optional.empty();
    };
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var fate = todo.turn() == 0 ? fates.of(todo) : SubmissionFates.Fate.ORDINARY;
    switch (fate) {
      case ASKS_FOR_TIME -> {
        var until = todo.dates().calendar().plusWorkingDays(todo.dueDay(), 2);
        service.askExtension(todo.key(), until, desk.say("extension-reason"), desk.person());
      }
      case MOVED -> {
        var to = todo.dates().calendar().plusWorkingDays(todo.dueDay(), 1);
        service.move(todo.key(), to, desk.say("move-reason"), office(todo, desk));
      }
      case WAIVED -> service.waive(todo.key(), desk.say("waive-reason"), office(todo, desk));
      default -> handIn(todo, desk);
    }
  }

  private static String office(Todo todo, Desk desk) {
    return desk.memberOf(Groups.office(todo.part(0)));
  }

  private void handIn(Todo todo, Desk desk) {
    var paper = desk.draft("paper");
    switch (desk.text("content")) {
      case "TABLE" -> fillRows(desk, paper);
      case "FILES" -> files.attach(todo.key(), desk.say("file"), desk.person());
      default -> paper.put("text", text(todo, desk));
    }
    desk.fill("paper", paper).complete();
    if (todo.turn() == 0) {
      findings.after(todo, desk);
    }
  }

  /** Two or three paragraphs; one text in forty is as long as a book's chapter. */
  private static String text(Todo todo, Desk desk) {
    var text = desk.sayOne("text", 4) + "\n\n" + desk.sayOne("more", 3);
    return todo.lots().chance("long", 1 / 40.0) ? text.repeat(20_000 / text.length()) : text;
  }

  /** Fills in what is missing in each row; where there is none, writes two. */
  private static void fillRows(Desk desk, ObjectNode paper) {
    var columns = desk.json("columns");
    var rows = paper.path("rows") instanceof ArrayNode present ? present : paper.putArray("rows");
    while (rows.size() < 2) {
      rows.addObject();
    }
    for (var i = 0; i < rows.size(); i++) {
      var row = (ObjectNode) rows.get(i);
      for (var field : Desk.names(columns)) {
        var choices = columns.path(field).path("choices");
        if (!choices.isEmpty()) {
          row.put(field, choices.get(i % choices.size()).path("value").asText());
        } else if (row.path(field).asText("").isBlank()) {
          row.put(field, desk.say("cell", columns.path(field).path("title").asText(), i + 1));
        }
      }
    }
  }
}
