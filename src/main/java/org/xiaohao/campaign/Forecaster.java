package org.xiaohao.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xiaohao.campaign.Forecast.Amount;
import org.xiaohao.campaign.Forecast.Kind;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.roster.Roster;

/** Counts what a plan will create for the units, branches and people of a roster. */
final class Forecaster {

  private final Plan plan;
  private final Roster roster;

  Forecaster(Plan plan, Roster roster) {
    this.plan = plan;
    this.roster = roster;
  }

  List<Amount> amounts() {
    var amounts = new ArrayList<Amount>();
    for (var series : plan.sessions()) {
      amounts.add(exact(Kind.SESSIONS, series.id(), series.title(), sessions(series)));
    }
    for (var paper : plan.papers()) {
      var atLeast = paper.owedBy() == Plan.OwedBy.SPEAKER;
      amounts.add(
          new Amount(
              Kind.PAPERS, paper.id(), paper.title(), count(paper), atLeast, paper.optional()));
    }
    for (var meeting : plan.meetings()) {
      amounts.add(exact(Kind.MEETINGS, meeting.id(), meeting.title(), 1));
    }
    var units = roster.units().size();
    for (var asked : plan.consultations()) {
      var forms = asked.quota() * units;
      amounts.add(new Amount(Kind.FORMS, asked.id(), asked.title(), forms, true, false));
    }
    for (var chosen : plan.benchmarkSelections()) {
      var least = chosen.atLeast() * units;
      amounts.add(new Amount(Kind.BENCHMARKS, chosen.id(), chosen.title(), least, true, false));
      amounts.add(exact(Kind.STANDARDS, chosen.id(), chosen.title(), units));
    }
    return amounts;
  }

  /** Sessions of all units together. */
  private int sessions(SessionSeries series) {
    var phase = plan.phase(series.phase()).orElseThrow();
    return roster.units().stream()
        .mapToInt(unit -> series.days(phase, unit.studyDays()).size())
        .sum();
  }

  private int count(Paper paper) {
    return switch (paper.owedBy()) {
      case PERSON -> roster.people().size();
      case UNIT -> roster.units().size();
      case BRANCH -> roster.branches().size();
      case SPEAKER ->
          plan.sessions().stream()
              .filter(series -> Objects.equals(series.speechText(), paper.id()))
              .mapToInt(series -> sessions(series) * series.speakers())
              .sum();
    };
  }

  private static Amount exact(Kind kind, String id, String title, int count) {
    return new Amount(kind, id, title, count, false, false);
  }
}
