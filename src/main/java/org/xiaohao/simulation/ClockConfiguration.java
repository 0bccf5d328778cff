package org.xiaohao.simulation;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock: the system's, or a simulated one where a start is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationProperties.class)
class ClockConfiguration {

  /**
   * A ticking clock goes on where the last run ended, since time does not go back on what has
   * happened; a standing one is for tests and replays and starts where it is told to.
   */
  @Bean
  @ConditionalOnProperty("xiaohao.simulation.start")
  @DependsOnDatabaseInitialization
  SimulatedClock simulatedClock(SimulationProperties settings, JdbcClient jdbc) {
    var start = settings.start().atZone(settings.zone()).toInstant();
    var stored = settings.ticking() ? new StoredTime(jdbc).find().orElse(start) : start;
    return new SimulatedClock(Clock.systemUTC(), settings.ticking(), later(start, stored));
  }

  @Bean
  @ConditionalOnMissingBean(Clock.class)
  Clock systemClock() {
    return Clock.systemUTC();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
