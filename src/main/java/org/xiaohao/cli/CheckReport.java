package org.xiaohao.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xiaohao.campaign.CheckedCampaign;
import org.xiaohao.campaign.Forecast;
import org.xiaohao.campaign.Forecast.Amount;
import org.xiaohao.campaign.Forecast.Load;
import org.xiaohao.campaign.Forecast.Move;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;
import org.xiaohao.shared.Messages;

/** The result of a check for people: errors first, then what moves, then what will come. */
final class CheckReport {

  private static final String INDENT = "  ";

  /** People whom a line of a week names. */
  private static final int NAMED = 3;

  /** One task a working day: who has more in a week will hardly do all of them well. */
  private static final int MANY = 5;

  /** Notes that the list of moved dates says better. */
  private static final Set<String> MOVES = Set.of("check.date-moves", "check.session-moves");

  private final CheckedCampaign checked;
  private final Locale locale;
  private final DateTimeFormatter date;
  private final DateTimeFormatter day;

  CheckReport(CheckedCampaign checked, Locale locale) {
    this.checked = checked;
    this.locale = locale;
    this.date = DateTimeFormatter.ofPattern(text("cli.date"), locale);
    this.day = DateTimeFormatter.ofPattern(text("cli.day"), locale);
  }

  void print(PrintWriter out) {
    var plan = checked.plan();
    out.println(
        plan == null
            ? text("cli.head-without-plan", checked.folder().toString())
            : text("cli.head", plan.title(), plan.id()));
    var forecast = checked.forecast();
    if (forecast != null) {
      out.println(text("cli.size", forecast.units(), forecast.people(), forecast.branches()));
    }
    findings(out, Severity.ERROR, "cli.errors");
    findings(out, Severity.WARNING, "cli.warnings");
    findings(out, Severity.NOTE, "cli.notes");
    if (forecast != null) {
      moves(out, forecast.moves());
      amounts(out, forecast.amounts());
      weeks(out, forecast.weeks());
      peaks(out, forecast);
    }
    var errors = count(Severity.ERROR);
    out.println();
    out.println(errors == 0 ? text("cli.ready") : text("cli.not-ready", errors));
  }

  private void findings(PrintWriter out, Severity severity, String heading) {
    var found =
        checked.findings().stream()
            .filter(f -> f.severity() == severity)
            .filter(f -> checked.forecast() == null || !MOVES.contains(f.code()))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    heading(out, heading, found.size());
    for (var finding : found) {
      out.println(INDENT + where(finding));
      out.println(INDENT + INDENT + finding.message());
    }
  }

  private static String where(Finding finding) {
    return finding.place() == null ? finding.file() : finding.file() + "  " + finding.place();
  }

  private void moves(PrintWriter out, List<Move> moves) {
    if (moves.isEmpty()) {
      return;
    }
    var byDay = new TreeMap<LocalDate, List<Move>>();
    moves.forEach(
        move -> byDay.computeIfAbsent(move.planDate(), any -> new ArrayList<>()).add(move));
    heading(out, "cli.moves", byDay.size());
    for (var together : byDay.values()) {
      var first = together.get(0);
      out.println(
          INDENT
              + text(
                  "cli.move",
                  date.format(first.planDate()),
                  first.dayOff(),
                  day.format(first.effectiveDate())));
      together.stream()
          .map(Move::what)
          .distinct()
          .forEach(what -> out.println(INDENT + INDENT + "· " + what));
    }
  }

  private void amounts(PrintWriter out, List<Amount> amounts) {
    heading(out, "cli.amounts", amounts.stream().mapToInt(Amount::count).sum());
    var table = new TextTable("<><");
    for (var amount : amounts) {
      if (amount.count() > 0) {
        table.row(
            text("cli.kind-" + amount.kind().name()),
            amount.atLeast() ? "≥" + amount.count() : String.valueOf(amount.count()),
            amount.optional() ? text("cli.optional", amount.title()) : amount.title());
      }
    }
    table.lines().forEach(line -> out.println(INDENT + line));
  }

  private void weeks(PrintWriter out, List<Forecast.Week> weeks) {
    heading(out, "cli.weeks", weeks.stream().mapToInt(Forecast.Week::tasks).sum());
    var most = weeks.stream().mapToInt(Forecast.Week::tasks).max().orElse(1);
    var table = new TextTable("<><<");
    table.row(text("cli.week"), text("cli.tasks"), "", text("cli.busiest"));
    for (var week : weeks) {
      var bar = "#".repeat(Math.max(1, Math.round(20f * week.tasks() / most)));
      table.row(
          date.format(week.monday()), String.valueOf(week.tasks()), bar, busiest(week.loads()));
    }
    table.lines().forEach(line -> out.println(INDENT + line));
  }

  private void peaks(PrintWriter out, Forecast forecast) {
    forecast
        .peak()
        .ifPresent(
            peak -> {
              out.println(
                  INDENT
                      + text(
                          "cli.peak",
                          peak.load().name(),
                          date.format(peak.monday()),
                          peak.load().tasks()));
              out.println(INDENT + text("cli.above", MANY, forecast.above(MANY)));
            });
  }

  private String busiest(List<Load> loads) {
    return loads.stream()
        .limit(NAMED)
        .map(load -> load.name() + " " + load.tasks())
        .collect(Collectors.joining(text("cli.separator")));
  }

  private void heading(PrintWriter out, String code, int count) {
    out.println();
    out.println(text(code, count));
  }

  private int count(Severity severity) {
    return (int) checked.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private String text(String code, Object... arguments) {
    var words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    return Messages.text(locale, code, words);
  }
}
