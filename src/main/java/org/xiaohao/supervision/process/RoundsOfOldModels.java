package org.xiaohao.supervision.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.OldVersions;

/**
 * Rounds that began with version 1.0 would go on for ever after their campaign was closed: at the
 * start of the application they are moved to the version that ends with the last open problem.
 */
@Component
class RoundsOfOldModels {

  private static final Logger LOG = LoggerFactory.getLogger(RoundsOfOldModels.class);

  private static final String ENDLESS = "1.0";

  private final OldVersions versions;

  RoundsOfOldModels(OldVersions versions) {
    this.versions = versions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void migrate() {
    try {
      var moved = versions.migrate(SupervisionProcess.KEY, ENDLESS);
      if (moved > 0) {
        LOG.info("{} rounds of supervision moved to the newest model", moved);
      }
    } catch (ProcessEngineException underWay) {
      LOG.warn("rounds of supervision stay with their old model until the next start", underWay);
    }
  }
}
