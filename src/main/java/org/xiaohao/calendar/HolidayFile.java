package org.xiaohao.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Refusal;

/**
 * The published days of one year, in the {@code holiday-cn} format.
 *
 * <p>A notice may reach into the last December or the next January (New Year of 2019 began on 29
 * December 2018); any other date outside the year is a slip of the pen. Keys that are not needed
 * here are passed over, so that a published file can be dropped in as it is.
 *
 * @param name the file as the user knows it, with its folder
 * @param days what the notice says about single days; empty as long as nothing is published
 */
record HolidayFile(String name, Map<LocalDate, Holiday> days) {

  /** Bytes; a published file has about four thousand. */
  private static final int LARGEST = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  HolidayFile {
    days = Map.copyOf(days);
  }

  /**
   * What is published about one day.
   *
   * @param name the festival in the words of the notice; null where the file does not say
   * @param dayOff true for a day off, false for a make-up working day
   */
  record Holiday(@Nullable String name, boolean dayOff) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(@Nullable Integer year, @Nullable List<@Nullable Entry> days) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Entry(
      @Nullable String name,
      @Nullable String date,
      @JsonProperty("isOffDay") @Nullable Boolean isOffDay) {}

  /**
   * Reads one file and checks all of it.
   *
   * @param name the file as the user knows it
   * @param year the year that the file's name promises
   * @throws Refusal if the file cannot be trusted; it names the file, what is wrong and the remedy
   */
  static HolidayFile read(String name, int year, InputStream input) {
    var content = parse(name, year, input);
    var promised = Integer.toString(year);
    if (content == null || content.year() == null || content.days() == null) {
      throw new Refusal("calendar.incomplete", name, promised);
    }
    if (content.year() != year) {
      throw new Refusal("calendar.wrong-year", name, content.year().toString(), promised);
    }
    var days = new HashMap<LocalDate, Holiday>();
    var number = 0;
    for (var entry : content.days()) {
      add(days, name, year, ++number, entry);
    }
    return new HolidayFile(name, days);
  }

  private static @Nullable Content parse(String name, int year, InputStream input) {
    try {
      var bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refusal("calendar.too-large", name, Integer.toString(year));
      }
      return JSON.readValue(bytes, Content.class);
    } catch (JsonProcessingException malformed) {
      var place = malformed.getLocation();
      var line = place == null ? 1 : Math.max(1, place.getLineNr());
      throw new Refusal("calendar.malformed", name, Integer.toString(line), Integer.toString(year));
    } catch (IOException unreadable) {
      throw new Refusal("calendar.unreadable", name, unreadable.toString());
    }
  }

  private static void add(
      Map<LocalDate, Holiday> days, String file, int year, int number, @Nullable Entry entry) {
    var position = Integer.toString(number);
    if (entry == null || entry.date() == null || entry.isOffDay() == null) {
      throw new Refusal("calendar.incomplete-day", file, position);
    }
    var date = date(file, position, entry.date());
    if (!belongsTo(year, date)) {
      throw new Refusal(
          "calendar.date-outside", file, position, date.toString(), Integer.toString(year));
    }
    var name = entry.name() == null || entry.name().isBlank() ? null : entry.name().strip();
    var earlier = days.putIfAbsent(date, new Holiday(name, entry.isOffDay()));
    if (earlier != null && earlier.dayOff() != entry.isOffDay()) {
      throw new Refusal("calendar.contradiction", file, position, date.toString());
    }
  }

  private static LocalDate date(String file, String position, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException noDate) {
      throw new Refusal("calendar.bad-date", file, position, text);
    }
  }

  private static boolean belongsTo(int year, LocalDate date) {
    return date.getYear() == year
        || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER)
        || (date.getYear() == year + 1 && date.getMonth() == Month.JANUARY);
  }
}
