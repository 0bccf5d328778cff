package org.xiaohao.calendar;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one working calendar of the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarProperties.class)
class CalendarConfiguration {

  @Bean
  WorkingCalendar workingCalendar(CalendarProperties properties) {
    return new HolidayCalendars(Path.of(properties.directory()));
  }
}
