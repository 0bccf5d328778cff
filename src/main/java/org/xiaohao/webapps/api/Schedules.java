package org.xiaohao.webapps.api;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.WorkStatus;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerKind;
import org.xiaohao.shared.Messages;

/** Puts together the dates of a campaign for the office. */
@Component
class Schedules {

  private final Campaigns campaigns;
  private final Ledger ledger;

  Schedules(Campaigns campaigns, Ledger ledger) {
    this.campaigns = campaigns;
    this.ledger = ledger;
  }

  ScheduleView of(Campaign campaign) {
    var kinds = ledger.kinds(campaign.id());
    return new ScheduleView(
        campaign.id(),
        campaign.plan().title(),
        campaigns.phases(campaign.id()).stream()
            .map(phase -> phase(campaign, phase, kinds))
            .toList());
  }

  private ScheduleView.Phase phase(Campaign campaign, PhaseStatus phase, List<LedgerKind> kinds) {
    return new ScheduleView.Phase(
        phase.phaseId(),
        phase.title(),
        Api.word("webapps.phase." + phase.state()),
        new ScheduleView.Span(
            phase.startsPlan(), phase.endsPlan(), phase.startsEffective(), phase.endsEffective()),
        phase.state() != PhaseStatus.State.CLOSED,
        campaigns.works(campaign.id(), phase.phaseId()).stream().map(Schedules::work).toList(),
        kinds.stream()
            .filter(kind -> kind.phaseId().equals(phase.phaseId()))
            .map(kind -> kind(campaign.plan(), kind))
            .toList());
  }

  private static ScheduleView.Work work(WorkStatus work) {
    return new ScheduleView.Work(
        work.workId(),
        work.title(),
        new ScheduleView.Span(
            work.startsPlan(), work.endsPlan(), work.startsEffective(), work.endsEffective()));
  }

  private static ScheduleView.Kind kind(Plan plan, LedgerKind kind) {
    var movable =
        switch (Thing.of(kind.room(), kind.kindId())) {
          // Speech texts are due after the session each comes from, not all on one day.
          case PAPER ->
              plan.paper(kind.kindId()).filter(paper -> paper.limit() != null).isPresent();
          case CONSULTATION, SELECTION -> true;
          case SESSION, MATERIAL, MEETING, PROBLEM, ASSIGNMENT, INSPECTION, OTHER -> false;
        };
    return new ScheduleView.Kind(
        kind.kindId(),
        title(plan, kind),
        kind.items(),
        kind.done(),
        kind.open(),
        kind.first(),
        kind.last(),
        movable && kind.open() + kind.planned() > 0);
  }

  /** What the plan calls the kind; of a single thing without a kind, its own title. */
  private static String title(Plan plan, LedgerKind kind) {
    var id = kind.kindId().replaceFirst("\\.material$", "");
    var title =
        Stream.of(
                plan.papers().stream()
                    .filter(paper -> paper.id().equals(id))
                    .map(Plan.Paper::title),
                plan.sessions().stream()
                    .filter(series -> series.id().equals(id))
                    .map(Plan.SessionSeries::title),
                plan.consultations().stream()
                    .filter(form -> form.id().equals(id))
                    .map(Plan.Consultation::title),
                plan.benchmarkSelections().stream()
                    .filter(selection -> selection.id().equals(id))
                    .map(Plan.BenchmarkSelection::title))
            .flatMap(titles -> titles)
            .findFirst()
            .orElse(kind.title());
    return id.equals(kind.kindId())
        ? title
        : Messages.text(plan.language(), "webapps.material-of", title);
  }
}
