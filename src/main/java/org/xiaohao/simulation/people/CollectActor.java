package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.xiaohao.campaign.Plan.Consultation;

/**
 * The unit enters opinion forms in two or three goes, some of them blank or twice; now and then it
 * gives up two short of the quota, and goes on when the office asks it to.
 */
@Simulated
class CollectActor implements Actor {

  /** Goes before the last. */
  private static final int FIRST_GOES = 2;

  @Override
  public Set<String> tasks() {
    return Set.of("consultation/userTask_collect");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    var last = todo.turn() == FIRST_GOES;
    return Optional.of(last ? Pace.of(todo, 0.05) : Pace.soon(todo, 2));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var questions = desk.json("questions");
    var sheet = Desk.group();
    var forms = sheet.putArray("forms");
    var last = todo.turn() >= FIRST_GOES;
    var wanted = last ? missing(todo, desk) : todo.lots().between("forms", 4, 8);
    for (var i = 0; i < wanted; i++) {
      opinion(forms.addObject(), todo, desk, questions, i);
    }
    if (!last) {
      invalid(forms, todo, desk);
    }
    desk.fill("sheet", sheet).fill("done", last).complete();
  }

  private static void opinion(
      ObjectNode form, Todo todo, Desk desk, JsonNode questions, int number) {
    var lots = todo.lots().of("form" + number);
    form.put("affiliation", desk.say("outside-" + lots.between("where", 1, 6), 1 + number));
    var asked = Desk.names(questions);
    for (var i = 0; i < asked.size(); i++) {
      if (i == 0 || lots.chance("answers" + i, 0.7)) {
        var answer = desk.say("answer-" + lots.between("what" + i, 1, 6));
        var about = desk.say("about", todo.turn() + 1, number + 1);
        form.put(asked.get(i), answer + about);
      }
    }
  }

  /** One that says nothing, one that says what another says. */
  private static void invalid(ArrayNode forms, Todo todo, Desk desk) {
    if (todo.lots().chance("blank", 0.4)) {
      forms.addObject().put("affiliation", desk.say("outside-1", 99));
    }
    if (todo.lots().chance("twice", 0.4)) {
      forms.add(forms.get(0).deepCopy());
    }
  }

  /** As many as the quota still needs, a few more as a rule, two less where the unit gives up. */
  private static int missing(Todo todo, Desk desk) {
    var valid =
        (int)
            StreamSupport.stream(desk.json("returned").spliterator(), false)
                .filter(form -> form.path("reason").asText("").isEmpty())
                .count();
    var missing = Math.max(0, entry(todo).quota() - valid);
    var givesUp = todo.turn() == FIRST_GOES && todo.draw().chance("gives up", 0.1);
    return givesUp
        ? Math.max(0, missing - 2)
        : missing + todo.lots().between("more", missing > 0 ? 0 : 1, 4);
  }

  private static Consultation entry(Todo todo) {
    return todo.dates().plan().consultations().stream()
        .filter(consultation -> consultation.id().equals(todo.part(2)))
        .findFirst()
        .orElseThrow();
  }
}
