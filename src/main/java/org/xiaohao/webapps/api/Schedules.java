package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.PlanDates;
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
    var dates = campaigns.dates(campaign);
    var works = campaigns.works(campaign.id(), phase.phaseId());
    return new ScheduleView.Phase(
        phase.phaseId(),
        phase.title(),
        Api.word("webapps.phase." + phase.state()),
        span(dates, phase.startsPlan(), phase.endsPlan()),
        phase.state() != PhaseStatus.State.CLOSED,
        works.stream()
            .map(
                work ->
                    new ScheduleView.Work(
                        work.workId(),
                        work.title(),
                        span(dates, work.startsPlan(), work.endsPlan())))
            .toList(),
        kinds.stream()
            .filter(kind -> kind.phaseId().equals(phase.phaseId()))
            .map(kind -> kind(campaign.plan(), phase, works, kind))
            .toList());
  }

  private static ScheduleView.Span span(PlanDates dates, LocalDate starts, LocalDate ends) {
    var from = dates.effective(starts);
    var to = dates.effective(ends);
    return new ScheduleView.Span(
        starts, ends, from.effectiveDate(), to.effectiveDate(), from.dayOff(), to.dayOff());
  }

  private static ScheduleView.Kind kind(
      Plan plan, PhaseStatus phase, List<WorkStatus> works, LedgerKind kind) {
    var thing = Thing.of(kind.room(), kind.kindId());
    // Speech texts are due after the session each comes from, not all on one day.
    var ofSessions = plan.paper(kind.kindId()).filter(paper -> paper.limit() == null).isPresent();
    var movable =
        switch (thing) {
          case PAPER -> !ofSessions;
          case CONSULTATION, SELECTION -> true;
          case SESSION, MATERIAL, MEETING, PROBLEM, ASSIGNMENT, INSPECTION, OTHER -> false;
        };
    var unsettled = kind.open() + kind.planned() > 0;
    // Where there is material, a day is moved with it.
    var byDay =
        thing == Thing.SESSION
            && plan.sessions().stream()
                .anyMatch(s -> s.id().equals(kind.kindId()) && !s.material());
    return new ScheduleView.Kind(
        kind.kindId(),
        title(plan, kind),
        kind.items(),
        kind.done(),
        kind.open(),
        kind.first(),
        kind.last(),
        movable && unsettled,
        byDay && unsettled,
        thing != Thing.OTHER
            && thing != Thing.PROBLEM
            && !ofSessions
            && isOutside(phase, work(plan, works, kind.kindId()), kind));
  }

  private static boolean isOutside(PhaseStatus phase, Optional<WorkStatus> work, LedgerKind kind) {
    var starts = work.map(WorkStatus::startsPlan).orElse(phase.startsPlan());
    var ends = work.map(WorkStatus::endsPlan).orElse(phase.endsPlan());
    return kind.firstOpen() != null && kind.firstOpen().isBefore(starts)
        || kind.lastOpen() != null && kind.lastOpen().isAfter(ends);
  }

  /** The work that the plan puts a kind into; none for what belongs to the phase as a whole. */
  private static Optional<WorkStatus> work(Plan plan, List<WorkStatus> works, String kind) {
    var id =
        Stream.of(
                plan.papers().stream().filter(p -> p.id().equals(kind)).map(Plan.Paper::work),
                plan.meetings().stream().filter(m -> m.id().equals(kind)).map(Plan.Meeting::work),
                plan.consultations().stream()
                    .filter(c -> c.id().equals(kind))
                    .map(Plan.Consultation::work),
                plan.benchmarkSelections().stream()
                    .filter(b -> b.id().equals(kind))
                    .map(Plan.BenchmarkSelection::work))
            .flatMap(ids -> ids)
            .filter(Objects::nonNull)
            .findFirst();
    return works.stream().filter(work -> id.filter(work.workId()::equals).isPresent()).findFirst();
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
