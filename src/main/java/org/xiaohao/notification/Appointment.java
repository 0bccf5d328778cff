package org.xiaohao.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of somebody's calendar.
 *
 * @param uid stays the same through all changes: the business key of what takes place
 * @param sequence grows with every change
 * @param kind what a calendar does with it
 * @param ends same as {@code starts} for a limit
 * @param place null where there is none
 * @param link page that it leads to; null for none
 */
public record Appointment(
    String uid,
    long sequence,
    Kind kind,
    String title,
    @Nullable String description,
    @Nullable String place,
    Instant starts,
    Instant ends,
    @Nullable String link) {

  /** Seconds that fit into a number of four bytes for some centuries. */
  private static final int SEQUENCE_SECONDS = 10;

  /** What a calendar does with it (RFC 5546). */
  public enum Kind {
    /** Asks to come, or says the new time. */
    INVITED,
    /** Takes it out again. */
    CANCELLED,
    /** Notes it; nobody has to answer. */
    NOTED
  }

  /**
   * The limit of something, for mails and calendars that are read alike, so that whoever has both
   * sees one limit and not two.
   *
   * @param itemKey business key of what is due
   * @param now moment as of which it is so: a limit may be moved to an earlier day, but what a
   *     calendar hears later counts
   */
  public static Appointment limit(
      String itemKey, String title, Instant dueAt, @Nullable String link, Instant now) {
    var sequence = now.getEpochSecond() / SEQUENCE_SECONDS;
    return new Appointment(
        limitOf(itemKey), sequence, Kind.NOTED, title, null, null, dueAt, dueAt, link);
  }

  /** Uid of the limit of an item. */
  static String limitOf(String itemKey) {
    return itemKey + "/limit";
  }

  /** The same for somebody who can open no page of ours. */
  Appointment withoutLink() {
    return new Appointment(uid, sequence, kind, title, description, place, starts, ends, null);
  }

  /** The same as another kind. */
  public Appointment as(Kind other) {
    return new Appointment(uid, sequence, other, title, description, place, starts, ends, link);
  }
}
