package org.xiaohao.simulation.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.campaign.PhaseLedger.UnitCount;

/** The office closes phases, and carries over what is missing. */
@Simulated
class GateActor implements Actor {

  private final PhaseLedger ledger;
  private final Campaigns campaigns;

  GateActor(PhaseLedger ledger, Campaigns campaigns) {
    this.ledger = ledger;
    this.campaigns = campaigns;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(
        "phase-study/userTask_close",
        "phase-benchmark/userTask_close",
        "phase-improvement/userTask_close");
  }

  @Override
  public Optional<Instant> when(Todo todo) {
    return Optional.of(Pace.onTheLastDay(todo));
  }

  @Override
  public void act(Todo todo, Desk desk) {
    var phase = campaigns.phase(todo.key());
    var missing =
        ledger.counts(phase.campaignId(), phase.phaseId()).stream()
            .mapToInt(UnitCount::missing)
            .sum();
    desk.fill("decision", missing == 0 ? "CLOSE" : "CARRY_OVER")
        .fill("reason", missing == 0 ? "" : desk.say("carry-over", missing))
        .complete();
    inspect(todo, desk);
    assign(todo, desk);
  }

  /** After each phase the office has a look at all units. */
  private static void inspect(Todo todo, Desk desk) {
    var plan = todo.dates().plan();
    var round =
        Desk.group()
            .put("title", desk.say("inspection-title"))
            .put("until", todo.dates().calendar().plusWorkingDays(desk.today(), 5).toString())
            .put("checks", desk.say("inspection-checks"));
    desk.start(plan.office().director(), "inspection", round);
  }

  /** And the head of the leading group wants something done. */
  private static void assign(Todo todo, Desk desk) {
    var plan = todo.dates().plan();
    var task =
        Desk.group()
            .put("title", desk.say("assignment-title"))
            .put("what", desk.say("assignment-what"))
            .put("to", "OFFICE")
            .put("by", todo.dates().calendar().plusWorkingDays(desk.today(), 4).toString());
    desk.start(plan.leadingGroup().head(), "assignment", task);
  }
}
