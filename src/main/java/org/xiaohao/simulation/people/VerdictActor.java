package org.xiaohao.simulation.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The leading group decides what was proposed: it agrees, but for the last line. */
@Simulated
class VerdictActor implements Actor {

  @Override
  public Set<String> tasks() {
    return Set.of("appraisal/userTask_decide");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.onTheLastDay(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    desk.chooseOtherThan("userTask_review");
    var proposal = desk.draft("proposal");
    var heard = proposal.path("heard");
    var rows = heard.size() > 1 ? heard : proposal.path("rows");
    if (!rows.isEmpty() && rows.get(rows.size() - 1) instanceof ObjectNode last) {
      var agreed = last.path("verdict").asText().equals("NONE");
      last.put("verdict", "NONE").put("reason", agreed ? "" : desk.say("verdict-changed"));
    }
    desk.fill("outcome", "DECIDE").fill("proposal", proposal).complete();
  }
}
