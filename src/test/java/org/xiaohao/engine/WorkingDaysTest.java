package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.xiaohao.calendar.HolidayCalendars;
import org.xiaohao.calendar.WorkingCalendar;

class WorkingDaysTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean(WorkingCalendar.class, () -> new HolidayCalendars(Path.of("calendars")))
          .withUserConfiguration(WorkingDays.class);

  @Test
  void theEngineFindsThePluginAndALimitEndsAtSixInShanghai() {
    context.run(
        started -> {
          assertThat(started).hasSingleBean(ProcessEnginePlugin.class);
          assertThat(started.getBean(DueDateProperties.class))
              .isEqualTo(new DueDateProperties(ZoneId.of("Asia/Shanghai"), LocalTime.of(18, 0)));
        });
  }

  @Test
  void zoneAndTimeOfTheLimitAreSettings() {
    context
        .withPropertyValues("xiaohao.engine.zone=Europe/Berlin", "xiaohao.engine.limit-time=17:30")
        .run(
            started ->
                assertThat(started.getBean(DueDateProperties.class))
                    .isEqualTo(
                        new DueDateProperties(ZoneId.of("Europe/Berlin"), LocalTime.of(17, 30))));
  }
}
