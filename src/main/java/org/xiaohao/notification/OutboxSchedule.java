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

  private final Outbox outbox;

  OutboxSchedule(Outbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(fixedDelayString = "${xiaohao.notification.sender.pause:PT5S}")
  void send() {
    outbox.sendDue();
  }
}
