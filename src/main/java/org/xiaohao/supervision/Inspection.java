package org.xiaohao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round of visits by the office (R13).
 *
 * @param key {@code changzhi-2017/I0001}; business key of its instance
 * @param planDate last day of its visits as planned
 * @param effectiveDate working day on which that falls
 * @param limitAt by when it is summed up
 * @param dueAt by when the office has to act next
 * @param checks what is looked at, in its order
 */
public record Inspection(
    String key,
    String campaignId,
    int number,
    String title,
    State state,
    LocalDate planDate,
    LocalDate effectiveDate,
    Instant limitAt,
    Instant dueAt,
    String plannedBy,
    List<String> checks) {

  public Inspection {
    checks = List.copyOf(checks);
  }

  /** Where it stands. */
  public enum State {
    VISITING,
    SUMMARISING,
    DONE,
    /** Called off, with a reason. */
    CANCELLED,
    LAPSED
  }

  /** What the office plans: units by name, none for all. */
  public record Planned(
      String title, List<String> units, @Nullable LocalDate until, List<String> checks) {
    public Planned {
      units = List.copyOf(units);
      checks = List.copyOf(checks);
    }
  }

  /** A visit to one unit. */
  public record Visit(String key, String itemKey, String unitId, Instant dueAt, boolean done) {}

  /**
   * What a visit brought.
   *
   * @param kept per line of the checklist whether the unit keeps it
   */
  public record Visited(List<Checked> kept, List<Finding> findings, String note) {
    public Visited {
      kept = List.copyOf(kept);
      findings = List.copyOf(findings);
    }
  }

  /** A line of the checklist. */
  public record Checked(boolean kept, String remark) {}

  /** A finding. */
  public record Finding(Kind kind, String text) {}

  /** What a finding is. */
  public enum Kind {
    /** Goes to the list of problems. */
    PROBLEM,
    /** Stays for the appraisal. */
    PRAISE
  }

  String visitKey(String unitId) {
    return key + "/" + unitId;
  }
}
