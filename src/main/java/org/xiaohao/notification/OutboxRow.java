package org.xiaohao.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way.
 *
 * @param address where it goes; null where the person has none
 * @param attempts how often it was taken up for sending
 */
record OutboxRow(
    long id,
    String key,
    String campaignId,
    String personId,
    String personName,
    @Nullable String address,
    String subject,
    String body,
    int attempts,
    Instant createdAt) {

  /** How far a notice is. */
  enum State {
    /** Waits for its next attempt. */
    QUEUED,
    /** A mail server, or the folder, has taken it. */
    SENT,
    /** Given up; stays for the office to see. */
    FAILED,
    /** The person has no usable address; somebody else was told. */
    UNADDRESSED
  }
}
