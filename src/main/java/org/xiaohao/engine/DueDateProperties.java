package org.xiaohao.engine;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine's due dates.
 *
 * @param zone where the days of a limit begin and end
 * @param limitTime time of day at which a limit counted in working days ends
 */
@ConfigurationProperties("xiaohao.engine")
record DueDateProperties(
    @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("18:00") LocalTime limitTime) {}
