package org.xiaohao.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notice about to be written for one channel.
 *
 * @param address mail address, or id of a webhook; null where the person has none
 * @param state how it begins: queued, held for the digest, arrived, or not to be sent at all
 */
record OutboxDraft(
    Notice notice, Channel channel, @Nullable String address, OutboxRow.State state) {

  /** Whether it may leave as soon as somebody takes it up; what waits for a morning may not. */
  boolean leavesNow() {
    return state == OutboxRow.State.QUEUED
        || (state == OutboxRow.State.HELD
            && channel == Channel.WEBHOOK
            && notice.urgency() == Notice.Urgency.AT_ONCE);
  }

  /** Unique over all channels. */
  String key() {
    return switch (channel) {
      case MAIL -> notice.key();
      case BROWSER -> "browser:" + notice.key();
      case WEBHOOK -> "webhook:" + address + ":" + notice.key();
    };
  }
}
