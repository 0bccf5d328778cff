package org.xiaohao.webapps.api;

import java.util.Set;
import org.xiaohao.ledger.LedgerItem;

/** Sorts of items as the office treats them: in which states each may be moved or waived. */
public enum Thing {
  PAPER("PLANNED", "OPEN", "RETURNED"),
  SESSION("PLANNED", "PREPARING", "READY", "TO_RECORD"),
  /** Moves the study day of all units; also when what was supplied stays. */
  MATERIAL("PLANNED", "OPEN", "SUPPLIED"),
  MEETING("PLANNED", "ARRANGING", "ARRANGED"),
  CONSULTATION("PLANNED", "COLLECTING"),
  SELECTION("PLANNED", "PROPOSING", "DISCUSSING", "RETURNED", "CONFIRMING"),
  /** The office cancels a problem with a reason; it is not waived. */
  PROBLEM("RECTIFYING"),
  /** The leading group's; the office keeps its list. */
  ASSIGNMENT("DOING", "RETURNED"),
  INSPECTION("VISITING"),
  /** Of a room that leaves nothing of this to the office. */
  OTHER;

  private final Set<String> movable;

  Thing(String... movable) {
    this.movable = Set.of(movable);
  }

  static Thing of(LedgerItem item) {
    return of(item.room(), item.kindId());
  }

  static Thing of(String room, String kindId) {
    return switch (room) {
      case "submission" -> PAPER;
      case "study" -> kindId.endsWith(".material") ? MATERIAL : SESSION;
      case "meeting" -> MEETING;
      case "consultation" -> CONSULTATION;
      case "benchmark" -> SELECTION;
      case "rectification" -> PROBLEM;
      case "supervision" -> kindId.equals("assignment") ? ASSIGNMENT : INSPECTION;
      default -> OTHER;
    };
  }

  boolean isMovable(LedgerItem item) {
    return movable.contains(item.state());
  }

  /** What is open or to come can be waived or called off; what is done cannot. */
  boolean isWaivable(LedgerItem item) {
    return this != OTHER && !item.done() && (item.open() || item.state().equals("PLANNED"));
  }
}
