package org.xiaohao.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the working calendar.
 *
 * @param directory folder of the office's own {@code <year>.json} files, relative to the folder in
 *     which the server was started. A string, because Spring would look for a {@code Path} on the
 *     class path first
 */
@ConfigurationProperties("xiaohao.calendar")
record CalendarProperties(@DefaultValue("calendars") String directory) {}
