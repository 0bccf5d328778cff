package org.xiaohao.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a roster file, found by header in Chinese or English; their order is free. */
enum RosterColumn {
  UNIT_ID(RosterSheet.UNITS, "编号", "id", "unit id"),
  UNIT_NAME(RosterSheet.UNITS, "单位名称", "name", "unit name"),
  UNIT_KIND(RosterSheet.UNITS, "类别", "kind"),
  UNIT_HEAD(RosterSheet.UNITS, "负责人", "head"),
  UNIT_LIAISON(RosterSheet.UNITS, "联络员", "liaison"),
  UNIT_LEADER(RosterSheet.UNITS, "分管领导", "leader in charge"),
  UNIT_STUDY_DAYS(RosterSheet.UNITS, "学习日", "study days"),
  BRANCH_ID(RosterSheet.BRANCHES, "编号", "id", "branch id"),
  BRANCH_NAME(RosterSheet.BRANCHES, "支部名称", "name", "branch name"),
  BRANCH_SECRETARY(RosterSheet.BRANCHES, "书记", "secretary"),
  LOGIN(RosterSheet.PEOPLE, "登录名", "login"),
  NAME(RosterSheet.PEOPLE, "姓名", "name"),
  UNIT(RosterSheet.PEOPLE, "单位", "unit"),
  POST(RosterSheet.PEOPLE, "职务", "post"),
  RANK(RosterSheet.PEOPLE, "级别", "rank"),
  BRANCH(RosterSheet.PEOPLE, "党支部", "branch"),
  MAIL(RosterSheet.PEOPLE, "邮箱", "mail", "email", "e-mail");

  private final RosterSheet sheet;
  private final String chinese;
  private final List<String> english;

  RosterColumn(RosterSheet sheet, String chinese, String... english) {
    this.sheet = sheet;
    this.chinese = chinese;
    this.english = List.of(english);
  }

  RosterSheet sheet() {
    return sheet;
  }

  /** Header to be shown to readers of that language. */
  String title(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english.get(0);
  }

  static Stream<RosterColumn> of(RosterSheet sheet) {
    return Stream.of(values()).filter(column -> column.sheet == sheet);
  }

  static Optional<RosterColumn> named(RosterSheet sheet, String header) {
    var key = CellText.key(header);
    return of(sheet)
        .filter(column -> key.equals(column.chinese) || column.english.contains(key))
        .findFirst();
  }
}
