package org.xiaohao.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.calendar.HolidayFile.Holiday;
import org.xiaohao.shared.Refusal;

/**
 * The working calendar out of the published files {@code <year>.json} of a folder; for a year that
 * the folder does not have, out of those that come with the product.
 *
 * <p>A day is looked up in the file of its own year, which must be there. Days of December are also
 * looked up in the file of the next year and days of January in that of the year before, if they
 * are there, because a notice may reach across New Year; where two notices speak about one day, the
 * later one counts.
 *
 * <p>A file is read when the first of its days is asked for and kept from then on: a new year's
 * file is found without a restart, a changed one after it. Safe for use by several threads; needs
 * no Spring context.
 */
public final class HolidayCalendars implements WorkingCalendar {

  private final Path directory;
  private final Map<Integer, HolidayFile> files = new ConcurrentHashMap<>();

  /** Kept with what is missing too: every day of December asks for the next year. */
  private final Map<Integer, Optional<HolidayFile>> shipped = new ConcurrentHashMap<>();

  /**
   * @param directory folder of the office's own files; need not exist
   */
  public HolidayCalendars(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    var holiday = holiday(day);
    return holiday == null ? !isWeekend(day) : !holiday.dayOff();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The reason is the festival in the words of the published file, else the day of the week in
   * the language of the current request.
   */
  @Override
  public EffectiveDate effective(LocalDate planDate, Adjustment adjustment) {
    if (isWorkingDay(planDate)) {
      return new EffectiveDate(planDate, planDate, null);
    }
    var nearest = plusWorkingDays(planDate, adjustment == Adjustment.BEFORE ? -1 : 1);
    return new EffectiveDate(planDate, nearest, dayOff(planDate));
  }

  @Override
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    var step = Integer.signum(count);
    var date = day;
    for (var done = 0; done != count; ) {
      date = date.plusDays(step);
      if (isWorkingDay(date)) {
        done += step;
      }
    }
    return date;
  }

  @Override
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    var step = from.isBefore(to) ? 1 : -1;
    var count = 0;
    for (var date = from; !date.equals(to); ) {
      date = date.plusDays(step);
      if (isWorkingDay(date)) {
        count += step;
      }
    }
    return count;
  }

  private String dayOff(LocalDate day) {
    var holiday = holiday(day);
    return holiday == null || holiday.name() == null
        ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale())
        : holiday.name();
  }

  private @Nullable Holiday holiday(LocalDate day) {
    var own = ofYear(day.getYear()).days().get(day);
    return switch (day.getMonth()) {
      case DECEMBER -> inNeighbour(day.getYear() + 1, day).orElse(own);
      case JANUARY -> own != null ? own : inNeighbour(day.getYear() - 1, day).orElse(null);
      default -> own;
    };
  }

  private Optional<Holiday> inNeighbour(int year, LocalDate day) {
    return find(year).map(file -> file.days().get(day));
  }

  private HolidayFile ofYear(int year) {
    var file =
        find(year)
            .orElseThrow(
                () ->
                    new Refusal(
                        "calendar.year-missing", Integer.toString(year), directory.toString()));
    // The widely used source publishes an empty file before the State Council has spoken: taken at
    // its word it would be the silent Monday-to-Friday.
    if (file.days().isEmpty()) {
      throw new Refusal("calendar.year-empty", file.name(), Integer.toString(year));
    }
    return file;
  }

  private Optional<HolidayFile> find(int year) {
    var known = files.get(year);
    if (known != null) {
      return Optional.of(known);
    }
    var found = inDirectory(year).or(() -> shipped(year));
    // What is still empty is not kept, nor what is missing: the office will put it there.
    found.filter(file -> !file.days().isEmpty()).ifPresent(file -> files.put(year, file));
    return found;
  }

  private Optional<HolidayFile> inDirectory(int year) {
    var path = directory.resolve(year + ".json");
    if (Files.notExists(path)) {
      return Optional.empty();
    }
    try (var input = Files.newInputStream(path)) {
      return Optional.of(HolidayFile.read(path.toString(), year, input));
    } catch (IOException unreadable) {
      throw new Refusal("calendar.unreadable", path.toString(), unreadable.toString());
    }
  }

  private Optional<HolidayFile> shipped(int year) {
    return shipped.computeIfAbsent(year, HolidayCalendars::onClassPath);
  }

  private static Optional<HolidayFile> onClassPath(int year) {
    var name = "calendars/" + year + ".json";
    try (InputStream input = HolidayCalendars.class.getResourceAsStream("/" + name)) {
      return input == null
          ? Optional.empty()
          : Optional.of(HolidayFile.read("classpath:" + name, year, input));
    } catch (IOException unreadable) {
      throw new Refusal("calendar.unreadable", "classpath:" + name, unreadable.toString());
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
