package org.xiaohao.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The three sheets of a roster file, found by name in Chinese or English. */
enum RosterSheet {
  UNITS("单位", "Units"),
  BRANCHES("党支部", "Branches"),
  PEOPLE("人员", "People");

  /** Sheets for human readers; nobody needs to hear that they were left out. */
  private static final Set<String> INSTRUCTIONS =
      Set.of("说明", "填写说明", "instructions", "notes", "readme");

  private final String chinese;
  private final String english;

  RosterSheet(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** Name to be shown to readers of that language. */
  String title(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  static Optional<RosterSheet> named(String name) {
    var key = CellText.key(name);
    return Stream.of(values())
        .filter(sheet -> key.equals(sheet.chinese) || key.equals(CellText.key(sheet.english)))
        .findFirst();
  }

  static boolean isInstructions(String name) {
    return INSTRUCTIONS.contains(CellText.key(name));
  }
}
