package org.xiaohao.roster;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people type into cells, and what is meant by it. */
final class CellText {

  private static final Pattern BETWEEN_DAYS = Pattern.compile("[、，,;；/ ]+");

  private static final Map<String, UnitKind> KINDS =
      Map.of(
          "局机关科室", UnitKind.DIVISION,
          "division", UnitKind.DIVISION,
          "局属单位", UnitKind.AFFILIATED_UNIT,
          "affiliated unit", UnitKind.AFFILIATED_UNIT);

  private static final Map<String, Rank> RANKS =
      Map.of(
          "局领导", Rank.BUREAU_LEADER,
          "bureau leader", Rank.BUREAU_LEADER,
          "leader", Rank.BUREAU_LEADER,
          "科级干部", Rank.SECTION_CHIEF,
          "section chief", Rank.SECTION_CHIEF,
          "干部职工", Rank.STAFF,
          "staff", Rank.STAFF);

  private CellText() {}

  /**
   * Canonical characters (NFC), nothing invisible in it, every run of blanks (full-width and
   * no-break ones too) one space, none at the ends.
   */
  static String clean(String typed) {
    var clean = new StringBuilder(typed.length());
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    for (int at = 0; at < text.length(); ) {
      var character = text.codePointAt(at);
      at += Character.charCount(character);
      if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
        if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
          clean.append(' ');
        }
      } else if (!isInvisible(character)) {
        clean.appendCodePoint(character);
      }
    }
    return clean.toString().strip();
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }

  /** Word by which sheets, columns and choices are recognised: case and blanks do not matter. */
  static String key(String typed) {
    return clean(typed).replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** Without the blanks that typists put into short Chinese names to line them up (郭 威). */
  static String personName(String clean) {
    var closed = clean.replace(" ", "");
    return closed.codePoints().allMatch(Character::isIdeographic) ? closed : clean;
  }

  static Optional<UnitKind> unitKind(String clean) {
    return Optional.ofNullable(KINDS.get(key(clean)));
  }

  static Optional<Rank> rank(String clean) {
    return Optional.ofNullable(RANKS.get(key(clean)));
  }

  /** Days of the week as {@code 周四、周五} or {@code Thursday, Friday}; empty if one is unknown. */
  static Optional<Set<DayOfWeek>> days(String clean) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var word : BETWEEN_DAYS.split(key(clean))) {
      var day = day(word);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      days.add(day.get());
    }
    return Optional.of(days);
  }

  private static Optional<DayOfWeek> day(String word) {
    for (var day : DayOfWeek.values()) {
      var chinese = "一二三四五六日".substring(day.getValue() - 1, day.getValue());
      var english = day.name().toLowerCase(Locale.ROOT);
      if (word.equals("周" + chinese)
          || word.equals("星期" + chinese)
          || word.equals(english)
          || word.equals(english.substring(0, 3))) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }
}
