package org.xiaohao.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way over one channel.
 *
 * @param address mail address, or id of a webhook; null where the person has none
 * @param letter how it is laid out, as JSON; null for paragraphs of the body
 * @param calendar entry for the calendar, as JSON; null for none
 * @param attempts how often it was refused
 * @param queuedAt since when it is being tried
 */
record OutboxRow(
    long id,
    String key,
    Channel channel,
    String campaignId,
    String personId,
    String personName,
    @Nullable String address,
    String subject,
    String body,
    boolean red,
    @Nullable String itemKey,
    @Nullable String link,
    @Nullable String letter,
    @Nullable String calendar,
    State state,
    int attempts,
    Instant createdAt,
    Instant queuedAt) {

  /** How far a notice is. */
  enum State {
    /** Waits for its next attempt. */
    QUEUED,
    /** Waits for the next digest. */
    HELD,
    /** A line of a digest. */
    MERGED,
    /** A server, a folder or the bell has taken it. */
    SENT,
    /** Given up; stays for the office to see, and to send again. */
    FAILED,
    /** A newer one says all that it said, or what it was about is done. */
    SUPERSEDED,
    /** Given up, and the office wants it sent no more. */
    DROPPED,
    /** The person does not want notices of this kind over this channel. */
    DECLINED,
    /** The person has no usable address; somebody else was told. */
    UNADDRESSED
  }
}
