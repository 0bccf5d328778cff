package org.xiaohao.simulation;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock: the system's, or a simulated one where a start is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationProperties.class)
class ClockConfiguration {

  @Bean
  @ConditionalOnProperty("xiaohao.simulation.start")
  SimulatedClock simulatedClock(SimulationProperties settings) {
    var start = settings.start().atZone(settings.zone()).toInstant();
    return new SimulatedClock(Clock.systemUTC(), settings.ticking(), start);
  }

  @Bean
  @ConditionalOnMissingBean(Clock.class)
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
