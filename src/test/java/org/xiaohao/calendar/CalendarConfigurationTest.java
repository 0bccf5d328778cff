package org.xiaohao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CalendarConfigurationTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(CalendarConfiguration.class);

  @Test
  void theCalendarWorksWithoutAnySetting() {
    context.run(
        started -> {
          assertThat(started.getBean(CalendarProperties.class).directory()).isEqualTo("calendars");
          assertThat(started.getBean(WorkingCalendar.class).isWorkingDay(LocalDate.of(2017, 4, 1)))
              .isTrue();
        });
  }

  @Test
  void theFolderOfTheOfficeIsASetting(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("2018.json"),
        "{\"year\": 2018, \"days\": [{\"date\": \"2018-05-01\", \"isOffDay\": true}]}");

    context
        .withPropertyValues("xiaohao.calendar.directory=" + folder)
        .run(
            started ->
                assertThat(
                        started
                            .getBean(WorkingCalendar.class)
                            .isWorkingDay(LocalDate.of(2018, 5, 1)))
                    .isFalse());
  }
}
