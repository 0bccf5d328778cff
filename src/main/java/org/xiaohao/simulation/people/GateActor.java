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
  }
}
