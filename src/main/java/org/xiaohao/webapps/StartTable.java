package org.xiaohao.webapps;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells in the start log where to go, and in a sample as whom. */
@Component
class StartTable {

  private static final Logger LOG = LoggerFactory.getLogger(StartTable.class);

  private final StartProperties settings;
  private final Environment environment;
  private final Clock clock;

  StartTable(StartProperties settings, Environment environment, Clock clock) {
    this.settings = settings;
    this.environment = environment;
    this.clock = clock;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    if (!(ready.getApplicationContext() instanceof WebServerApplicationContext server)) {
      return;
    }
    var base = "http://127.0.0.1:" + server.getWebServer().getPort();
    var now =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
    var table = new StringBuilder("\n\n  销号已启动（当前时间 " + now + "）\n\n");
    table.append("  待办 Tasklist  ").append(base).append("/camunda/app/tasklist/\n");
    table.append("  监控 Cockpit   ").append(base).append("/camunda/app/cockpit/\n");
    table.append("  管理 Admin     ").append(base).append("/camunda/app/admin/\n");
    if (!settings.accounts().isEmpty()) {
      table.append("\n  示例账号（口令均为 ");
      table.append(environment.getProperty("xiaohao.identity.initial-password")).append("）：\n");
      settings.accounts().forEach(account -> table.append("    ").append(account).append('\n'));
    }
    LOG.info("{}", table);
  }
}
