package org.xiaohao.shared;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in something that was handed to us: what, where, and how to mend it.
 *
 * @param severity whether it stops the import or the launch
 * @param code stable key of the kind of finding, the same in every language
 * @param file name of the file as the user gave it
 * @param place line and column, or sheet, row and column, in words ({@code 第 12 行}); null where the
 *     whole file is meant
 * @param line line of the file or row of the sheet, counted from 1; 0 where there is none
 * @param message what is wrong and how to mend it, one or two sentences
 */
public record Finding(
    Severity severity, String code, String file, @Nullable String place, int line, String message) {

  /** How much a finding matters. */
  public enum Severity {
    /** Stops the import or the launch. */
    ERROR,
    /** The office should know it before the launch. */
    WARNING,
    /** Worth knowing: what moves, what will be created. */
    NOTE
  }

  /** By file, then from top to bottom. */
  public static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::file).thenComparingInt(Finding::line);

  /** The errors among findings in words, a line each. */
  public static String errors(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isError)
        .map(
            error ->
                error.file()
                    + (error.place() == null ? "" : " " + error.place())
                    + ": "
                    + error.message())
        .collect(Collectors.joining("\n"));
  }

  /** Whether it stops the import or the launch. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
