package org.xiaohao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Refusal;

/** What an office may put into its folder, and what is refused. */
class HolidayFilesTest {

  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2018, 12, 31);
  private static final LocalDate MAY_DAY = LocalDate.of(2018, 5, 1);

  @TempDir Path folder;

  private WorkingCalendar calendar;

  @BeforeEach
  void openTheFolder() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    calendar = new HolidayCalendars(folder);
  }

  @AfterEach
  void forgetTheReader() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aFileOfTheOfficeIsTakenBeforeTheOneThatComesWithTheProduct() throws IOException {
    file("2017.json", year(2017, day("2017-05-02", true)));

    assertThat(calendar.isWorkingDay(LocalDate.of(2017, 5, 2))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2017, 5, 1))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2025, 5, 1))).isFalse();
  }

  @Test
  void aFileIsFoundWithoutARestartOnceItIsThere() throws IOException {
    assertThatThrownBy(() -> calendar.isWorkingDay(MAY_DAY)).isInstanceOf(Refusal.class);

    file("2018.json", year(2018, day("2018-05-01", true)));

    assertThat(calendar.isWorkingDay(MAY_DAY)).isFalse();
  }

  @Test
  void keysThatAreNotNeededArePassedOver() throws IOException {
    file(
        "2018.json",
        """
        {"$schema": "https://example.org/schema.json", "$id": "2018", "year": 2018, "papers": [],
         "note": {"by": ["office"]},
         "days": [{"name": "劳动节", "date": "2018-05-01", "isOffDay": true, "lunar": "三月十六"}]}
        """);

    assertThat(calendar.effective(MAY_DAY, Adjustment.BEFORE).dayOff()).isEqualTo("劳动节");
  }

  @Test
  void aDayOffWithoutANameIsNamedByItsWeekday() throws IOException {
    file("2018.json", year(2018, "{\"date\": \"2018-05-01\", \"isOffDay\": true}"));

    assertThat(calendar.effective(MAY_DAY, Adjustment.BEFORE).dayOff()).isEqualTo("星期二");
  }

  @Test
  void aFileSavedWithAByteOrderMarkIsRead() throws IOException {
    file("2018.json", '\uFEFF' + year(2018, day("2018-05-01", true)));

    assertThat(calendar.isWorkingDay(MAY_DAY)).isFalse();
  }

  @Test
  void theNextYearsNoticeMayReachIntoDecember() throws IOException {
    file("2018.json", year(2018, day("2018-10-01", true)));
    assertThat(calendar.isWorkingDay(NEW_YEARS_EVE)).isTrue();

    file("2019.json", year(2019, day("2018-12-31", true), day("2018-12-29", false)));

    assertThat(calendar.isWorkingDay(NEW_YEARS_EVE)).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue();
  }

  @Test
  void theLastYearsNoticeMayReachIntoJanuary() throws IOException {
    file("2018.json", year(2018, day("2019-01-02", true), day("2019-01-03", true)));
    file("2019.json", year(2019, day("2019-01-03", false)));

    assertThat(calendar.isWorkingDay(LocalDate.of(2019, 1, 2))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2019, 1, 3)))
        .as("the later notice counts")
        .isTrue();
  }

  @Test
  void theLaterNoticeCountsInDecemberToo() throws IOException {
    file("2018.json", year(2018, day("2018-12-31", false)));
    file("2019.json", year(2019, day("2018-12-31", true)));

    assertThat(calendar.isWorkingDay(NEW_YEARS_EVE)).isFalse();
  }

  @Test
  void anEmptyFileOfAYearNotYetPublishedIsRefusedForItsOwnDaysOnly() throws IOException {
    file("2018.json", year(2018, day("2018-10-01", true)));
    file("2019.json", year(2019));

    assertThat(calendar.isWorkingDay(NEW_YEARS_EVE)).isTrue();
    refused("calendar.year-empty", LocalDate.of(2019, 3, 1), "2019.json");

    file("2019.json", year(2019, day("2019-01-01", true)));
    assertThat(calendar.isWorkingDay(LocalDate.of(2019, 3, 1))).isTrue();
  }

  @Test
  void theSameDayMayStandTwiceIfBothEntriesAgree() throws IOException {
    file("2018.json", year(2018, day("2018-05-01", true), day("2018-05-01", true)));

    assertThat(calendar.isWorkingDay(MAY_DAY)).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "malformed      | {\"year\": 2018, \"days\": [",
        "malformed      | 放假",
        "malformed      | ``",
        "malformed      | []",
        "malformed      | {\"year\": 2018.5, \"days\": []}",
        "malformed      | {\"year\": \"MMXVIII\", \"days\": []}",
        "malformed      | {\"year\": 2018, \"days\": {}}",
        "malformed      | {\"year\": 2018, \"days\": [{\"date\": \"2018-05-01\", \"isOffDay\": 1}]}",
        "malformed      | {\"year\": 2018, \"year\": 2018, \"days\": []}",
        "malformed      | {\"year\": 2018, \"days\": []} {}",
        "incomplete     | null",
        "incomplete     | {}",
        "incomplete     | {\"year\": 2018}",
        "incomplete     | {\"days\": []}",
        "wrong-year     | {\"year\": 2017, \"days\": []}",
        "incomplete-day | {\"year\": 2018, \"days\": [null]}",
        "incomplete-day | {\"year\": 2018, \"days\": [{\"isOffDay\": true}]}",
        "incomplete-day | {\"year\": 2018, \"days\": [{\"date\": \"2018-05-01\"}]}",
        "bad-date       | {\"year\": 2018, \"days\": [{\"date\": \"2018-02-30\", \"isOffDay\": true}]}",
        "bad-date       | {\"year\": 2018, \"days\": [{\"date\": \"1 May\", \"isOffDay\": true}]}",
        "date-outside   | {\"year\": 2018, \"days\": [{\"date\": \"2017-05-01\", \"isOffDay\": true}]}",
        "date-outside   | {\"year\": 2018, \"days\": [{\"date\": \"2017-11-30\", \"isOffDay\": true}]}",
        "date-outside   | {\"year\": 2018, \"days\": [{\"date\": \"2019-02-01\", \"isOffDay\": true}]}",
      })
  void aFaultyFileIsRefusedByNameWithTheFaultAndTheRemedy(String fault, String content)
      throws IOException {
    file("2018.json", content);

    refused("calendar." + fault, MAY_DAY, "2018.json");
  }

  @Test
  void aDayThatIsBothOffAndWorkingIsRefused() throws IOException {
    file("2018.json", year(2018, day("2018-05-01", true), day("2018-05-01", false)));

    refused("calendar.contradiction", MAY_DAY, "2018-05-01");
  }

  @Test
  void theLineOfTheFaultIsNamed() throws IOException {
    file("2018.json", "{\n\"year\": 2018,\n\"days\": [oops]\n}");

    refused("calendar.malformed", MAY_DAY, "第 3 行");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    var content = year(2018, "{\"name\": \"劳动节\", \"date\": \"2018-05-01\", \"isOffDay\": true}");
    Files.write(folder.resolve("2018.json"), content.getBytes(Charset.forName("GBK")));

    refused("calendar.malformed", MAY_DAY, "UTF-8");
  }

  @Test
  void aFileAboveOneMegabyteIsRefusedAndOneOfExactlyThatSizeIsNot() throws IOException {
    var content = year(2018, day("2018-05-01", true));
    file("2018.json", content + " ".repeat((1 << 20) - content.length() + 1));
    refused("calendar.too-large", MAY_DAY, "1 MB");

    file("2018.json", content + " ".repeat((1 << 20) - content.length()));
    assertThat(calendar.isWorkingDay(MAY_DAY)).isFalse();
  }

  @Test
  void aFolderInPlaceOfAFileIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("2018.json"));

    refused("calendar.unreadable", MAY_DAY, "2018.json");
  }

  @Test
  void aFaultyFileOfTheOfficeIsNotReplacedSilentlyByTheProductsOwn() throws IOException {
    file("2017.json", "{}");

    refused("calendar.incomplete", LocalDate.of(2017, 5, 1), folder.toString());
  }

  private void refused(String code, LocalDate day, String named) {
    assertThatThrownBy(() -> calendar.isWorkingDay(day))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
        .hasMessageContaining(named)
        .hasMessageContaining("请");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThatThrownBy(() -> calendar.isWorkingDay(day))
        .hasMessageMatching("(The|In the) file .*[A-Z].*\\.");
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  private static String year(int year, String... days) {
    return "{\"year\": %d, \"papers\": [], \"days\": [%s]}".formatted(year, String.join(",", days));
  }

  private static String day(String date, boolean off) {
    return "{\"name\": \"x\", \"date\": \"%s\", \"isOffDay\": %s}".formatted(date, off);
  }
}
