package org.xiaohao.roster;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.SheetTable.Row;
import org.xiaohao.shared.Finding.Severity;

/** Reads the cells of one row and notes what is wrong with each; never stops at the first. */
final class RowReader {

  /** Longest id of a unit or branch: ids of groups are made of it, and the engine keeps 64. */
  private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9-]{1,24}");

  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_NAME = 60;

  private final Row row;
  private final RosterFindings findings;

  RowReader(Row row, RosterFindings findings) {
    this.row = row;
    this.findings = findings;
  }

  /** Text of a cell that may be empty; null also where the cell holds no plain value. */
  @Nullable String text(RosterColumn column) {
    var cell = row.cell(column);
    if (cell == null) {
      return null;
    }
    return switch (cell.kind()) {
      case VALUE -> CellText.clean(cell.text());
      case FORMULA -> refuse(column, "roster.cell.formula");
      case ERROR -> refuse(column, "roster.cell.error", cell.text());
    };
  }

  /** Text of a cell that must not be empty; empty where something was wrong, and noted. */
  String required(RosterColumn column) {
    if (row.cell(column) == null) {
      refuse(column, "roster.cell.empty");
    }
    var text = text(column);
    return text == null ? "" : text;
  }

  /** A name or a post. */
  String name(RosterColumn column) {
    var name = required(column);
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      refuse(column, "roster.name.too-long", Integer.toString(LONGEST_NAME));
    }
    return name;
  }

  /** Id of a unit or branch. */
  String shortName(RosterColumn column) {
    return matching(column, SHORT_NAME, "roster.id.malformed");
  }

  String login() {
    return matching(RosterColumn.LOGIN, LOGIN, "roster.login.malformed");
  }

  private String matching(RosterColumn column, Pattern pattern, String code) {
    var text = required(column);
    if (!text.isEmpty() && !pattern.matcher(text).matches()) {
      refuse(column, code, text);
    }
    return text;
  }

  @Nullable String mail() {
    var mail = text(RosterColumn.MAIL);
    if (mail != null && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches())) {
      refuse(RosterColumn.MAIL, "roster.mail.malformed", mail);
    }
    return mail;
  }

  /**
   * One of the words that a column knows.
   *
   * @param otherwise stands in where the word is missing or unknown, and that was noted
   */
  <T> T choice(RosterColumn column, Function<String, Optional<T>> words, String code, T otherwise) {
    var word = required(column);
    return word.isEmpty() ? otherwise : known(column, word, words, code, otherwise);
  }

  /** As {@link #choice}, for a cell that may be empty. */
  <T> T optionalChoice(
      RosterColumn column, Function<String, Optional<T>> words, String code, T otherwise) {
    var word = text(column);
    return word == null ? otherwise : known(column, word, words, code, otherwise);
  }

  private <T> T known(
      RosterColumn column,
      String word,
      Function<String, Optional<T>> words,
      String code,
      T otherwise) {
    var meant = words.apply(word);
    if (meant.isEmpty()) {
      refuse(column, code, word);
    }
    return meant.orElse(otherwise);
  }

  private @Nullable String refuse(RosterColumn column, String code, Object... arguments) {
    findings.cell(Severity.ERROR, row, column, code, arguments);
    return null;
  }
}
