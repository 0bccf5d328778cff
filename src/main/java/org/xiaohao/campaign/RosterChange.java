package org.xiaohao.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.RosterDifference;
import org.xiaohao.roster.RosterReader;
import org.xiaohao.roster.RosterService;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Finding.Severity;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/**
 * Takes a later roster of a campaign that runs: who joined, left or moved, who heads what now. What
 * it would change can be seen before; a roster with one faulty row changes nothing.
 */
@Service
@Transactional
public class RosterChange {

  /**
   * What a workbook would do.
   *
   * @param findings of the workbook and of what the plan needs of it; errors keep it out
   * @param difference what it changes; null where it cannot be taken
   */
  public record Proposal(List<Finding> findings, @Nullable RosterDifference difference) {}

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final RosterService service;
  private final Clock clock;

  RosterChange(Campaigns campaigns, Rosters rosters, RosterService service, Clock clock) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.service = service;
    this.clock = clock;
  }

  /**
   * Says what taking a workbook would change, and changes nothing.
   *
   * @throws Refusal if the campaign does not run
   */
  @Transactional(readOnly = true)
  public Proposal propose(String campaignId, Path workbook) {
    var campaign = running(campaignId);
    var reading = new RosterReader().read(workbook, LocaleContextHolder.getLocale());
    var roster = reading.roster();
    if (roster == null) {
      return new Proposal(reading.findings(), null);
    }
    var difference = new RosterDifference(rosters.roster(campaignId), roster);
    var file = String.valueOf(workbook.getFileName());
    var findings = new ArrayList<>(officers(campaign.plan(), roster, file));
    findings.addAll(seat(campaign.plan(), roster, file));
    findings.addAll(returned(campaignId, difference, file));
    var fits = findings.isEmpty();
    findings.addAll(reading.findings());
    return new Proposal(List.copyOf(findings), fits ? difference : null);
  }

  /**
   * Takes a workbook: what it changes is changed in one transaction, by the rules of each room.
   *
   * @param successors by the id of each unit that goes, the id of the one that takes over
   * @param by who of the office does it
   * @return what was changed
   * @throws Refusal if the campaign does not run, nobody takes over from a unit that goes, or the
   *     workbook has errors; it names them all
   */
  public RosterDifference take(
      String campaignId, Path workbook, Map<String, String> successors, String by) {
    var proposal = propose(campaignId, workbook);
    var difference = proposal.difference();
    if (difference == null) {
      throw new Refusal("campaign.roster-faulty", Finding.errors(proposal.findings()));
    }
    var campaign = campaigns.get(campaignId);
    var now = clock.instant();
    var today = campaigns.dates(campaign).day(now);
    service.take(campaignId, difference.after(), today, successors, by);
    var people = difference.people();
    var summary =
        Messages.text(
            campaign.plan().language(),
            "campaign.roster-taken",
            String.valueOf(people.added().size()),
            String.valueOf(people.gone().size()),
            String.valueOf(people.changed().size()));
    campaigns.record(campaignId, campaignId, now, by, "ROSTER_TAKEN", summary);
    return difference;
  }

  /** A launch reads the roster in chunks: while it does, the roster stays as it is. */
  private Campaign running(String campaignId) {
    var campaign = campaigns.get(campaignId);
    return switch (campaign.state()) {
      case LAUNCHING -> throw new Refusal("campaign.roster-launching", campaign.plan().title());
      case CLOSED -> throw new Refusal("campaign.roster-closed", campaign.plan().title());
      case RUNNING -> campaign;
    };
  }

  /** Who the plan names leads the campaign to its end: the plan cannot be changed any more. */
  private List<Finding> officers(Plan plan, Roster roster, String file) {
    var present =
        roster.people().stream().map(Person::id).collect(Collectors.toCollection(HashSet::new));
    var gone =
        Stream.concat(plan.leadingGroup().people(), plan.office().people())
            .distinct()
            .filter(id -> !present.contains(id))
            .map(id -> error(file, "campaign.roster-officer-gone", name(plan.id(), id), id));
    return gone.toList();
  }

  /** Where the plan seats the office stays. */
  private List<Finding> seat(Plan plan, Roster roster, String file) {
    var seat = plan.office().seat();
    return seat == null || roster.unit(seat).isPresent()
        ? List.of()
        : rosters.unit(plan.id(), seat).stream()
            .map(unit -> error(file, "campaign.roster-seat-gone", unit.name(), unit.id()))
            .toList();
  }

  /** What a party that went owed has ended for good: one that comes back is another one. */
  private List<Finding> returned(String campaignId, RosterDifference difference, String file) {
    return Stream.concat(
            difference.units().added().stream()
                .flatMap(unit -> rosters.unit(campaignId, unit.id()).stream())
                .map(unit -> error(file, "campaign.roster-unit-back", unit.name(), unit.id())),
            difference.branches().added().stream()
                .flatMap(branch -> rosters.branch(campaignId, branch.id()).stream())
                .map(one -> error(file, "campaign.roster-branch-back", one.name(), one.id())))
        .toList();
  }

  private String name(String campaignId, String personId) {
    return rosters.person(campaignId, personId).map(Person::name).orElse(personId);
  }

  private static Finding error(String file, String code, String name, String id) {
    var message = Messages.text(LocaleContextHolder.getLocale(), code, name, id);
    return new Finding(Severity.ERROR, code, file, null, 0, message);
  }
}
