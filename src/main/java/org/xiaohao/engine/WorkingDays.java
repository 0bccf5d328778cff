package org.xiaohao.engine;

import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.xiaohao.calendar.WorkingCalendar;

/**
 * Teaches the engine's due dates to count in working days; see {@link WorkingDayBusinessCalendar}.
 */
@Component
@EnableConfigurationProperties(DueDateProperties.class)
class WorkingDays extends AbstractProcessEnginePlugin {

  private final WorkingDayBusinessCalendar dueDates;

  WorkingDays(WorkingCalendar calendar, DueDateProperties properties) {
    this.dueDates =
        new WorkingDayBusinessCalendar(calendar, properties.zone(), properties.limitTime());
  }

  /** After the engine has made its calendars, so that only this one is replaced. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    var calendars = (MapBusinessCalendarManager) configuration.getBusinessCalendarManager();
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, dueDates);
  }
}
