package org.xiaohao.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xiaohao.campaign.Plan;
import org.xiaohao.ledger.CampaignReport;
import org.xiaohao.ledger.CampaignReport.Count;
import org.xiaohao.ledger.CampaignReport.Kind;
import org.xiaohao.ledger.CampaignReport.Phase;
import org.xiaohao.shared.Messages;
import org.xiaohao.simulation.Replay;

/** The result of a replay for people: phase by phase, then what went through all of them. */
final class ReplayReport {

  private static final String INDENT = "  ";

  private final Plan plan;
  private final Replay.Outcome outcome;
  private final CampaignReport report;
  private final Locale locale;

  ReplayReport(Plan plan, Replay.Outcome outcome, CampaignReport report, Locale locale) {
    this.plan = plan;
    this.outcome = outcome;
    this.report = report;
    this.locale = locale;
  }

  void print(PrintWriter out, long seed, String fingerprint, Duration took) {
    out.println(text("cli.replay-head", report.title(), report.campaignId(), seed));
    report.phases().forEach(phase -> phase(out, phase));
    forms(out);
    meetings(out);
    problems(out);
    heading(out, "cli.replay-supervision");
    for (var level = 0; level < report.escalations().size(); level++) {
      var role = text("cli.role-" + plan.settings().escalation().get(level).role().name());
      line(out, "cli.replay-escalation", level + 1, role, report.escalations().get(level));
    }
    slips(out);
    line(out, "cli.replay-notices", report.notices());
    appraisal(out);
    heading(out, "cli.replay-end");
    line(out, "cli.replay-running", outcome.running());
    line(out, "cli.replay-consistency", outcome.workingDays(), outcome.differences().size());
    outcome.differences().forEach(each -> out.println(INDENT + INDENT + each));
    line(out, "cli.replay-fingerprint", fingerprint);
    line(out, "cli.replay-took", outcome.workingDays(), outcome.acts(), took.toSeconds());
    out.println();
    out.println(text(outcome.clean() ? "cli.replay-clean" : "cli.replay-unclean"));
  }

  private void phase(PrintWriter out, Phase phase) {
    out.println();
    out.println(text("cli.replay-phase", phase.title(), phase.carriedOver()));
    var table = new TextTable("><>>>>>>>");
    table.row(
        Stream.concat(
                Stream.of("", ""),
                Stream.of("owed", "done", "on-time", "late", "missing", "returned", "waived")
                    .map(column -> text("cli.replay-" + column)))
            .toArray(String[]::new));
    for (var i = 0; i < phase.kinds().size(); i++) {
      var kind = phase.kinds().get(i);
      var count = kind.total();
      table.row(
          number(i),
          title(kind),
          String.valueOf(count.owed()),
          String.valueOf(count.done()),
          String.valueOf(count.onTime()),
          String.valueOf(count.late()),
          String.valueOf(count.missing()),
          String.valueOf(count.returned()),
          String.valueOf(count.waived()));
    }
    table.lines().forEach(line -> out.println(INDENT + line));
    papers(out, new PapersByUnit(phase, report.units()));
    units(out, phase);
  }

  private void papers(PrintWriter out, PapersByUnit papers) {
    if (!papers.isEmpty()) {
      out.println();
      out.println(INDENT + text("cli.replay-papers"));
      papers.table(this::text).lines().forEach(line -> out.println(INDENT + line));
    }
  }

  /** Done of owed per unit and kind; kinds of which no unit owes anything are left out. */
  private void units(PrintWriter out, Phase phase) {
    var columns = phase.kinds().stream().filter(ReplayReport::isOfUnits).toList();
    if (columns.isEmpty()) {
      return;
    }
    out.println();
    out.println(INDENT + text("cli.replay-units"));
    var table = new TextTable("<" + ">".repeat(columns.size()));
    table.row(row("", columns, kind -> number(phase.kinds().indexOf(kind))));
    for (var i = 0; i < report.units().size(); i++) {
      var unit = i;
      table.row(row(report.units().get(i), columns, kind -> cell(kind.units().get(unit))));
    }
    table.lines().forEach(line -> out.println(INDENT + line));
  }

  private static boolean isOfUnits(Kind kind) {
    return kind.units().stream().anyMatch(count -> count.owed() > 0 || count.done() > 0);
  }

  private static String[] row(String head, List<Kind> kinds, Function<Kind, String> cell) {
    return Stream.concat(Stream.of(head), kinds.stream().map(cell)).toArray(String[]::new);
  }

  private static String cell(Count count) {
    return count.done() + "/" + count.owed();
  }

  private void forms(PrintWriter out) {
    if (report.consultations().isEmpty()) {
      return;
    }
    heading(out, "cli.replay-forms");
    var table = new TextTable("<" + ">".repeat(report.consultations().size()));
    table.row(
        Stream.concat(Stream.of(""), report.consultations().stream().map(c -> c.title()))
            .toArray(String[]::new));
    for (var i = 0; i < report.units().size(); i++) {
      var unit = i;
      var cells =
          report.consultations().stream()
              .map(entry -> entry.units().get(unit))
              .map(forms -> text("cli.replay-form-count", forms.valid(), forms.invalid()));
      table.row(Stream.concat(Stream.of(report.units().get(i)), cells).toArray(String[]::new));
    }
    table.lines().forEach(line -> out.println(INDENT + line));
  }

  private void slips(PrintWriter out) {
    var table = new TextTable("<>>>>");
    table.row(
        "",
        text("cli.replay-slips-blue"),
        text("cli.replay-slips-yellow"),
        text("cli.replay-slips-red"),
        text("cli.replay-slips-answered"));
    for (var i = 0; i < report.slips().size(); i++) {
      var slips = report.slips().get(i);
      table.row(
          i < report.units().size() ? report.units().get(i) : text("cli.replay-others"),
          String.valueOf(slips.blue()),
          String.valueOf(slips.yellow()),
          String.valueOf(slips.red()),
          String.valueOf(slips.answered()));
    }
    line(out, "cli.replay-slips");
    table.lines().forEach(row -> out.println(INDENT + row));
  }

  private void meetings(PrintWriter out) {
    if (!report.meetings().isEmpty()) {
      heading(out, "cli.replay-meetings");
      report
          .meetings()
          .forEach(
              meeting ->
                  line(
                      out,
                      meeting.held() ? "cli.replay-meeting" : "cli.replay-meeting-missing",
                      meeting.title(),
                      meeting.opinions(),
                      meeting.resolutions(),
                      meeting.postponed()));
    }
    if (report.standards() > 0) {
      heading(out, "cli.replay-benchmarks");
      line(
          out,
          "cli.replay-standards",
          report.benchmarks(),
          report.standards(),
          report.fieldVisits());
    }
  }

  private void appraisal(PrintWriter out) {
    var appraisal = report.appraisal();
    if (appraisal.published()) {
      heading(out, "cli.replay-appraisal");
      line(out, "cli.replay-points", appraisal.points(), appraisal.named());
      line(out, "cli.replay-objections", appraisal.objections(), appraisal.upheld());
      line(out, "cli.replay-verdicts", appraisal.commended(), appraisal.criticised());
    }
  }

  private void problems(PrintWriter out) {
    var total = report.problems().get(report.problems().size() - 1);
    if (total.found() == 0) {
      return;
    }
    heading(out, "cli.replay-problems");
    var table = new TextTable("<>>>>>");
    table.row(
        Stream.concat(
                Stream.of(""),
                Stream.of("found", "closed", "rate", "overdue", "reopened")
                    .map(column -> text("cli.replay-" + column)))
            .toArray(String[]::new));
    for (var i = 0; i < report.problems().size(); i++) {
      var count = report.problems().get(i);
      var units = report.units().size();
      if (i != units || count.found() > 0) {
        table.row(
            i < units
                ? report.units().get(i)
                : text(i == units ? "cli.replay-office" : "cli.replay-total"),
            String.valueOf(count.found()),
            String.valueOf(count.closedOut()),
            count.rate() + "%",
            String.valueOf(count.overdue()),
            String.valueOf(count.reopened()));
      }
    }
    table.lines().forEach(line -> out.println(INDENT + line));
  }

  private String title(Kind kind) {
    return kind.id().endsWith(".material")
        ? text("cli.replay-material", kind.title())
        : kind.title();
  }

  private static String number(int index) {
    return (index + 1) + ".";
  }

  private void heading(PrintWriter out, String code) {
    out.println();
    out.println(text(code));
  }

  private void line(PrintWriter out, String code, Object... arguments) {
    out.println(INDENT + text(code, arguments));
  }

  private String text(String code, Object... arguments) {
    return Messages.text(locale, code, Stream.of(arguments).map(String::valueOf).toArray());
  }
}
