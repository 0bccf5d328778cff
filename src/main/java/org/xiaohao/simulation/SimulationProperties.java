package org.xiaohao.simulation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xiaohao.simulation.*}.
 *
 * @param start moment at which the simulated clock starts; null: the system's clock, no simulation
 * @param zone zone of {@code start}
 * @param ticking whether the clock goes on by itself
 */
@ConfigurationProperties("xiaohao.simulation")
record SimulationProperties(
    @Nullable LocalDateTime start,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue("true") boolean ticking) {}
