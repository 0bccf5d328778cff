package org.xiaohao.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends every few seconds, on a thread of its own and never on one of the engine's. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "xiaohao.notification.sender.enabled", matchIfMissing = true)
class OutboxSchedule {

  private static final String PAUSE = "${xiaohao.notification.sender.pause:PT5S}";

  private final Outbox outbox;
  private final Chats chats;

  OutboxSchedule(Outbox outbox, Chats chats) {
    this.outbox = outbox;
    this.chats = chats;
  }

  @Scheduled(fixedDelayString = PAUSE)
  void gather() {
    chats.gather();
  }

  @Scheduled(fixedDelayString = PAUSE)
  void send() {
    outbox.sendDue();
  }
}
