package org.xiaohao.ledger;

import java.util.List;

/**
 * What became of a campaign, in numbers.
 *
 * @param units names of the units in their fixed order
 * @param phases in their order
 * @param consultations opinion forms, in the order of the plan
 * @param meetings in the order of the plan
 * @param benchmarks whom units look up to, as confirmed
 * @param standards what units promise, as fixed
 * @param fieldVisits visits that units told of
 * @param appraisal what came out of it for units and people
 * @param escalations how often each level was told of something late; the first level of the plan
 *     first
 * @param slips supervision slips per unit in their fixed order; the office's own last
 * @param notices mails that were queued
 * @param problems per unit in their fixed order; then what no unit is known for, then the total
 */
public record CampaignReport(
    String campaignId,
    String title,
    List<String> units,
    List<Phase> phases,
    List<Consultation> consultations,
    List<Meeting> meetings,
    int benchmarks,
    int standards,
    int fieldVisits,
    Appraisal appraisal,
    List<Integer> escalations,
    List<Slips> slips,
    int notices,
    List<Rectified> problems) {

  /** Supervision slips about the things of one unit: how many of each colour, and answered. */
  public record Slips(int blue, int yellow, int red, int answered) {

    static final Slips NONE = new Slips(0, 0, 0, 0);
  }

  /**
   * A phase.
   *
   * @param carriedOver things that were missing when it was closed; 0 while it runs
   */
  public record Phase(String id, String title, int carriedOver, List<Kind> kinds) {}

  /**
   * What an entry of the plan asks for.
   *
   * @param room room that owns it ({@code submission})
   * @param id id of the entry
   * @param total of all parties
   * @param units a count per unit in their fixed order, zeros included
   */
  public record Kind(String room, String id, String title, Count total, List<Count> units) {}

  /**
   * How many. Owed = on time + late + recorded + missing; what was waived is not owed.
   *
   * @param recorded recorded as done before the launch
   * @param missing its owner never acted
   * @param done finished: accepted, held, confirmed
   * @param returned how often something was sent back
   */
  public record Count(
      int owed,
      int onTime,
      int late,
      int recorded,
      int missing,
      int done,
      int returned,
      int waived) {

    /** Nothing of anything. */
    public static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0, 0);

    /** What came in, on time or late. */
    public int submitted() {
      return onTime + late + recorded;
    }

    /** Both together. */
    public Count plus(Count other) {
      return plus(other, 1);
    }

    /** What is left without the other. */
    public Count minus(Count other) {
      return plus(other, -1);
    }

    private Count plus(Count other, int sign) {
      return new Count(
          owed + sign * other.owed,
          onTime + sign * other.onTime,
          late + sign * other.late,
          recorded + sign * other.recorded,
          missing + sign * other.missing,
          done + sign * other.done,
          returned + sign * other.returned,
          waived + sign * other.waived);
    }
  }

  /**
   * A consultation.
   *
   * @param quota valid forms that each unit needs
   * @param units forms per unit in their fixed order
   */
  public record Consultation(String id, String title, int quota, List<Forms> units) {}

  /** Forms of a unit. */
  public record Forms(int valid, int invalid) {}

  /**
   * What came out of it (R86-R88).
   *
   * @param points facts that gave or cost points
   * @param named parties for whom something was proposed
   * @param published whether it was decided and published
   */
  public record Appraisal(
      int points,
      int named,
      int commended,
      int criticised,
      int objections,
      int upheld,
      boolean published) {}

  /** A meeting. */
  public record Meeting(
      String id, String title, boolean held, int postponed, int opinions, int resolutions) {}

  /**
   * Problems of a unit (R77-R81); what was explained, merged, split or cancelled does not count.
   *
   * @param rate percentage that is closed out; 100 where none was found
   * @param overdue how many were not rectified by their limit
   * @param reopened how many were taken up again at least once
   */
  public record Rectified(int found, int closedOut, int rate, int overdue, int reopened) {

    static Rectified of(int found, int closedOut, int overdue, int reopened) {
      var rate = found == 0 ? 100 : closedOut * 100 / found;
      return new Rectified(found, closedOut, rate, overdue, reopened);
    }

    Rectified plus(Rectified other) {
      return of(
          found + other.found,
          closedOut + other.closedOut,
          overdue + other.overdue,
          reopened + other.reopened);
    }
  }
}
