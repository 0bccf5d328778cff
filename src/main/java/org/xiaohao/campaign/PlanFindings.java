package org.xiaohao.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** Gathers what is found in one plan file, in the language of whoever asks. */
final class PlanFindings {

  /** Beyond so many the file is hopeless, and nobody reads on. */
  static final int AT_MOST = 200;

  private final String file;
  private final Places places;
  private final List<Finding> found = new ArrayList<>();

  PlanFindings(String file, Places places) {
    this.file = file;
    this.places = places;
  }

  Places places() {
    return places;
  }

  /** What stops the launch, at that entry. */
  void error(String pointer, String code, Object... arguments) {
    add(Severity.ERROR, pointer, code, arguments);
  }

  void warning(String pointer, String code, Object... arguments) {
    add(Severity.WARNING, pointer, code, arguments);
  }

  void note(String pointer, String code, Object... arguments) {
    add(Severity.NOTE, pointer, code, arguments);
  }

  /** What stops the reading, at that line; 0 for the whole file. */
  void errorAtLine(int line, String code, Object... arguments) {
    add(Severity.ERROR, line, "", code, text(code, arguments));
  }

  /** What another room said about the file as a whole, in its own words. */
  void errorOf(Refusal refusal) {
    found.add(new Finding(Severity.ERROR, refusal.code(), file, null, 0, refusal.getMessage()));
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Finding::isError);
  }

  /** Everything found, from top to bottom; where it is too much, errors rather than notes. */
  List<Finding> all() {
    return found.stream()
        .sorted(Comparator.comparing(Finding::severity))
        .limit(AT_MOST)
        .sorted(Finding.IN_READING_ORDER)
        .toList();
  }

  static String text(String code, Object... arguments) {
    return Messages.text(LocaleContextHolder.getLocale(), code, arguments);
  }

  /** Words one after the other, as the language of the reader writes it. */
  static String joined(Collection<String> words) {
    return String.join(text("plan.separator"), words);
  }

  private void add(Severity severity, String pointer, String code, Object... arguments) {
    add(severity, places.line(pointer), places.path(pointer), code, text(code, arguments));
  }

  private void add(Severity severity, int line, String path, String code, String message) {
    found.add(new Finding(severity, code, file, place(line, path), line, message));
  }

  private static @Nullable String place(int line, String path) {
    if (line == 0) {
      return path.isEmpty() ? null : path;
    }
    return path.isEmpty()
        ? text("plan.place-line", String.valueOf(line))
        : text("plan.place", String.valueOf(line), path);
  }
}
