package org.xiaohao.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xiaohao.shared.Messages;
import org.xiaohao.simulation.Replay;

/** How far a replay is: one line that is written over on a terminal, a line per day elsewhere. */
final class ProgressLine implements Replay.Progress {

  private final PrintWriter out;
  private final Locale locale;
  private final DateTimeFormatter day;
  private final boolean inPlace = System.console() != null;
  private int width;

  ProgressLine(PrintWriter out, Locale locale) {
    this.out = out;
    this.locale = locale;
    this.day = DateTimeFormatter.ofPattern(Messages.text(locale, "cli.day"), locale);
  }

  void starting(String title) {
    show(Messages.text(locale, "cli.replay-starts", title));
  }

  @Override
  public void dayOver(LocalDate over, int acts, int open) {
    show(
        Messages.text(
            locale,
            "cli.replay-day",
            day.format(over),
            String.valueOf(acts),
            String.valueOf(open)));
  }

  /** Leaves an empty line for what comes. */
  void finished() {
    if (inPlace) {
      show("");
      out.print('\r');
      out.flush();
    }
  }

  private void show(String line) {
    if (!inPlace) {
      out.println(line);
      out.flush();
      return;
    }
    var rest = " ".repeat(Math.max(0, width - TextTable.width(line)));
    width = TextTable.width(line);
    out.print('\r' + line + rest);
    out.flush();
  }
}
