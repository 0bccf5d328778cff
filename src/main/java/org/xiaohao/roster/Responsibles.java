package org.xiaohao.roster;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts for a unit or a branch, and who looks at what others hand in. */
@Component
public class Responsibles {

  private final Rosters rosters;

  public Responsibles(Rosters rosters) {
    this.rosters = rosters;
  }

  /** Head of the unit, if it has one. */
  public Optional<Person> headOf(String campaignId, String unitId) {
    return rosters.unit(campaignId, unitId).flatMap(unit -> person(campaignId, unit.head()));
  }

  /** Liaison of the unit; without one its head. */
  public Optional<Person> liaisonOf(String campaignId, String unitId) {
    return rosters
        .unit(campaignId, unitId)
        .flatMap(unit -> person(campaignId, unit.liaison()))
        .or(() -> headOf(campaignId, unitId));
  }

  /** Bureau leader in charge of the unit, if one is named (R37, A24). */
  public Optional<Person> leaderInChargeOf(String campaignId, String unitId) {
    return rosters
        .unit(campaignId, unitId)
        .flatMap(unit -> person(campaignId, unit.leaderInCharge()));
  }

  /** Secretary of the branch, if it has one. */
  public Optional<Person> secretaryOf(String campaignId, String branchId) {
    return rosters
        .branch(campaignId, branchId)
        .flatMap(branch -> person(campaignId, branch.secretary()));
  }

  /** Ids of the units for which that person acts, in the order of the units. */
  public List<String> unitsOf(String campaignId, String personId) {
    return rosters.units(campaignId).stream()
        .filter(unit -> personId.equals(unit.acting()))
        .map(Unit::id)
        .toList();
  }

  /** Ids of the branches whose secretary that person is, in the order of the branches. */
  public List<String> branchesOf(String campaignId, String personId) {
    return rosters.branches(campaignId).stream()
        .filter(branch -> personId.equals(branch.secretary()))
        .map(Branch::id)
        .toList();
  }

  /**
   * Group that reviews a paper of a person: the head of the unit, and for the head the leader in
   * charge; the office for everybody else. Nobody is sent to oneself (A17); who is a member of the
   * office and owes a paper there leaves it to the other members.
   *
   * @return id of a group, see {@link Groups}
   */
  public String reviewersOf(String campaignId, Person owner) {
    var unitId = owner.unitId();
    if (unitId == null) {
      return Groups.office(campaignId);
    }
    var leader = leaderInChargeOf(campaignId, unitId);
    if (leader.filter(is(owner)).isPresent()) {
      return Groups.office(campaignId);
    }
    if (headOf(campaignId, unitId).filter(is(owner).negate()).isPresent()) {
      return Groups.head(campaignId, unitId);
    }
    return leader.isPresent() ? Groups.leader(campaignId, unitId) : Groups.office(campaignId);
  }

  /**
   * Group that reviews a paper of a unit, which its liaison hands in: the head; the office where
   * the unit has no head or the head is the one who hands in.
   */
  public String reviewersOfUnit(String campaignId, String unitId) {
    var head = headOf(campaignId, unitId);
    return head.isPresent() && !head.equals(liaisonOf(campaignId, unitId))
        ? Groups.head(campaignId, unitId)
        : Groups.office(campaignId);
  }

  /** Group that reviews a paper of a branch: the office. */
  public String reviewersOfBranch(String campaignId, String branchId) {
    return Groups.office(campaignId);
  }

  /** By login: whoever asks may hold the person of an older roster. */
  private static Predicate<Person> is(Person owner) {
    return person -> person.id().equals(owner.id());
  }

  private Optional<Person> person(String campaignId, @Nullable String personId) {
    return personId == null ? Optional.empty() : rosters.activePerson(campaignId, personId);
  }
}
