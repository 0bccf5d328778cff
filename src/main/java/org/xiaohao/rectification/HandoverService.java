package org.xiaohao.rectification;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.UnitRemoved;
import org.xiaohao.shared.Refusal;

/** Problems change hands: another unit, another owner, another verifier, people who leave (R79). */
@Service
@Transactional
public class HandoverService {

  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Trail trail;
  private final RectificationWorkflow workflow;
  private final RectificationRules rules;
  private final Clock clock;

  HandoverService(
      ProblemList problems,
      Dossiers dossiers,
      Trail trail,
      RectificationWorkflow workflow,
      RectificationRules rules,
      Clock clock) {
    this.problems = problems;
    this.dossiers = dossiers;
    this.trail = trail;
    this.workflow = workflow;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Hands it to another unit, which analyses it anew; what was found and proposed before can be
   * read there. A proposal that waits for the office has nobody to confirm it any more.
   *
   * @param unit another one than before
   * @param by somebody of the office
   */
  public void reassign(String key, String unit, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOfficeDecision(problem, reason, by);
    if (!rules.isStanding(problem.campaignId(), unit)) {
      throw new Refusal("rectification.unit-unknown", unit);
    }
    if (unit.isEmpty() || unit.equals(problem.unitId())) {
      throw new Refusal("rectification.same-unit", problem.title());
    }
    reassign(problem, unit, reason, by);
  }

  private void reassign(Problem problem, String unit, String reason, String by) {
    var due = rules.analysisDue(problem);
    dossiers.lapseExtension(problem.key(), clock.instant());
    var reassigned =
        trail.change(
            problem, by, "REASSIGNED", unit + " " + reason, row -> row.reassigned(unit, due));
    switch (problem.state()) {
      case ANALYSING -> workflow.unitChanged(reassigned);
      case PROPOSED -> workflow.proposalOvertaken(reassigned);
      default -> workflow.ownerLeft(reassigned);
    }
  }

  /**
   * A unit is dissolved: its problems go to the one that takes over, which analyses anew what is
   * not closed out yet. What has ended stays with the name of the unit.
   */
  void unitRemoved(UnitRemoved removed) {
    var unit = removed.successor().id();
    var reason = removed.reason(rules.language(removed.campaignId()));
    for (var key : problems.openOfUnit(removed.campaignId(), removed.unit().id())) {
      var problem = trail.lock(key);
      if (problem.isWithUnit()) {
        reassign(problem, unit, reason, removed.by());
      } else {
        trail.change(
            problem, removed.by(), "REASSIGNED", unit + " " + reason, row -> row.inUnit(unit));
      }
    }
  }

  /**
   * Names another owner while it is being rectified; the measure and the limit stay.
   *
   * @param owner somebody of the unit, never the verifier
   * @param by somebody of the office
   */
  public void nameOwner(String key, String owner, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOfficeDecision(problem, reason, by);
    rules.requireMember(problem, owner);
    if (owner.equals(problem.remedy().verifier())) {
      throw new Refusal("rectification.verifier-is-owner");
    }
    workflow.ownerChanged(
        trail.change(problem, by, "OWNER_NAMED", owner + " " + reason, row -> row.ownedBy(owner)));
  }

  /**
   * Names another verifier, before it is verified.
   *
   * @param verifier somebody of the office, never the owner
   */
  public void nameVerifier(String key, String verifier, String reason, String by) {
    var problem = trail.lock(key);
    rules.requireOfficeDecision(problem, reason, by);
    rules.requireVerifiable(problem, verifier);
    workflow.verifierChanged(
        trail.change(
            problem,
            by,
            "VERIFIER_NAMED",
            verifier + " " + reason,
            row -> row.verifiedBy(verifier)));
  }

  /** Somebody has left: their problems get another owner, or wait for another verifier. */
  void personLeft(String campaignId, String person) {
    for (var key : problems.withPerson(campaignId, person)) {
      var problem = trail.lock(key);
      if (problem.hasOwner() && person.equals(problem.remedy().owner())) {
        backToUnit(problem, "OWNER_LEFT", person);
      } else if (problem.hasOwner()) {
        workflow.verifierChanged(
            trail.change(problem, "", "VERIFIER_LEFT", person, row -> row.verifiedBy(null)));
      }
    }
  }

  /**
   * Somebody belongs to another unit now. A problem is its unit's: what the person was rectifying
   * gets another owner there. What is handed in already is checked and verified as it is.
   */
  void personMoved(String campaignId, String person, @Nullable String unit) {
    for (var key : problems.withPerson(campaignId, person)) {
      var problem = trail.lock(key);
      if (problem.state() == Problem.State.RECTIFYING
          && person.equals(problem.remedy().owner())
          && !Objects.equals(unit, problem.unitId())) {
        backToUnit(problem, "OWNER_MOVED", person);
      }
    }
  }

  private void backToUnit(Problem problem, String what, String person) {
    var due = rules.analysisDue(problem);
    dossiers.lapseExtension(problem.key(), clock.instant());
    workflow.ownerLeft(trail.change(problem, "", what, person, row -> row.withoutOwner(due)));
  }
}
