package org.xiaohao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiaohao.calendar.Adjustment.AFTER;
import static org.xiaohao.calendar.Adjustment.BEFORE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Refusal;

/** The rules, over the files that come with the product. */
class HolidayCalendarsTest {

  private final WorkingCalendar calendar = new HolidayCalendars(Path.of("no-such-folder"));

  @BeforeEach
  void theReaderSpeaksChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void forgetTheReader() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource({
    "2017-04-15, 2017-04-14, 2017-04-17, 星期六",
    "2017-04-16, 2017-04-14, 2017-04-17, 星期日",
    "2017-04-30, 2017-04-28, 2017-05-02, 星期日",
    "2017-05-01, 2017-04-28, 2017-05-02, 劳动节",
    "2017-05-07, 2017-05-05, 2017-05-08, 星期日",
    "2017-05-30, 2017-05-27, 2017-05-31, 端午节",
    "2017-04-02, 2017-04-01, 2017-04-05, 清明节",
    "2025-10-06, 2025-09-30, 2025-10-09, 国庆节、中秋节",
    "2026-02-20, 2026-02-14, 2026-02-24, 春节",
  })
  void aDateOfThePlanMovesOffADayOffWithTheReason(
      LocalDate planned, LocalDate before, LocalDate after, String reason) {
    assertThat(calendar.effective(planned, BEFORE))
        .isEqualTo(new EffectiveDate(planned, before, reason));
    assertThat(calendar.effective(planned, AFTER))
        .isEqualTo(new EffectiveDate(planned, after, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-03-01",
        "2017-04-01",
        "2017-05-27",
        "2017-05-31",
        "2025-01-26",
        "2026-01-04",
        "2026-02-28",
        "2026-09-20",
        "2026-10-10"
      })
  void aWorkingDayOrMakeUpWorkingDayStaysWhereItIs(LocalDate planned) {
    assertThat(calendar.isWorkingDay(planned)).isTrue();
    for (var adjustment : Adjustment.values()) {
      var effective = calendar.effective(planned, adjustment);
      assertThat(effective).isEqualTo(new EffectiveDate(planned, planned, null));
      assertThat(effective.moved()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-04-02, 2017-04-04",
    "2017-04-29, 2017-05-01",
    "2017-05-28, 2017-05-30",
    "2025-01-28, 2025-02-04",
    "2026-02-15, 2026-02-23",
    "2026-05-01, 2026-05-05",
  })
  void nobodyWorksOnThePublishedHolidays(LocalDate first, LocalDate last) {
    assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
    assertThat(calendar.isWorkingDay(last.plusDays(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2017, 249", "2025, 248", "2026, 248"})
  void aYearHasItsWorkingDays(int year, int expected) {
    var days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));

    assertThat(days.filter(calendar::isWorkingDay).count()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-31, 1, 2017-04-01",
    "2017-03-31, 2, 2017-04-05",
    "2017-05-26, 2, 2017-05-31",
    "2017-04-30, 1, 2017-05-02",
    "2017-04-30, 0, 2017-04-30",
    "2017-05-02, -1, 2017-04-28",
    "2017-05-31, -2, 2017-05-26",
    "2017-04-30, -1, 2017-04-28",
  })
  void workingDaysAreCountedForwardsAndBackwards(LocalDate day, int count, LocalDate expected) {
    assertThat(calendar.plusWorkingDays(day, count)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-31, 2017-04-05, 2",
    "2017-04-05, 2017-03-31, -2",
    "2017-04-28, 2017-05-01, 0",
    "2017-05-01, 2017-04-28, -1",
    "2017-04-30, 2017-04-30, 0",
    "2017-03-01, 2017-05-31, 62",
  })
  void theDaysBetweenAreWorkingDays(LocalDate from, LocalDate to, int expected) {
    assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(expected);
  }

  @Test
  void theDaysBetweenGiveBackWhatWasAddedWhereverTheCountStarts() {
    LocalDate.of(2017, 3, 25)
        .datesUntil(LocalDate.of(2017, 6, 5))
        .forEach(
            day ->
                IntStream.rangeClosed(-9, 9)
                    .forEach(
                        count -> {
                          var moved = calendar.plusWorkingDays(day, count);
                          assertThat(calendar.workingDaysBetween(day, moved)).isEqualTo(count);
                        }));
  }

  @Test
  void theDayOfTheWeekIsNamedInTheLanguageOfTheReader() {
    LocaleContextHolder.setLocale(Locale.UK);

    assertThat(calendar.effective(LocalDate.of(2017, 4, 15), BEFORE).dayOff())
        .isEqualTo("Saturday");
  }

  @Test
  void aYearWithoutAFileIsRefusedAndTheMessageSaysWhatToPutWhere() {
    var folder = Path.of("no-such-folder").toAbsolutePath().toString();

    assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2016, 6, 1)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("calendar.year-missing"))
        .hasMessageContaining("2016.json")
        .hasMessageContaining(folder);
  }

  @Test
  void aDateThatWouldMoveIntoAYearWithoutAFileIsRefused() {
    assertThat(calendar.isWorkingDay(LocalDate.of(2017, 12, 31))).isFalse();
    assertThatThrownBy(() -> calendar.effective(LocalDate.of(2017, 12, 31), AFTER))
        .hasMessageContaining("2018.json");
    assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2017, 1, 1), -1))
        .hasMessageContaining("2016.json");
  }
}
