package org.xiaohao.notification;

import java.time.Instant;
import java.util.List;

/**
 * A notice of the office to many people.
 *
 * @param key under which {@link Deliveries#ofItem} lists who got it: {@code
 *     <campaign>/circular/<token>}
 * @param units ids of the units that are meant; empty for all
 * @param recipients how many people it went to
 */
public record Circular(
    String key,
    String campaignId,
    Audience audience,
    List<String> units,
    String subject,
    String text,
    String sentBy,
    Instant sentAt,
    int recipients) {

  /** Whom a notice is for. */
  public enum Audience {
    /** All staff, or all of some units. */
    STAFF,
    /** Heads of units. */
    HEADS,
    /** Liaisons of units. */
    LIAISONS,
    /** Secretaries of branches; not narrowed down to units. */
    SECRETARIES,
    /** Leaders in charge of units. */
    LEADERS,
    /** The leading group; not narrowed down to units. */
    LEADING_GROUP,
    /** The office itself; not narrowed down to units. */
    OFFICE
  }
}
