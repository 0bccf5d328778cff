package org.xiaohao.appraisal.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Proposals;
import org.xiaohao.appraisal.Round;
import org.xiaohao.appraisal.Rounds;
import org.xiaohao.appraisal.process.AppraisalProcess.Variables;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Responsibles;

/** What the model {@code appraisal} asks by expression; reads only. */
@Component
public class AppraisalTasks {

  /** Working days within which an objection, and then the whole, is decided. */
  private static final int OBJECTION_DAYS = 2;

  private static final int DECISION_DAYS = 3;

  private final Rounds rounds;
  private final Proposals proposals;
  private final AppraisalBriefs briefs;
  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final ObjectMapper json;
  private final Clock clock;

  AppraisalTasks(
      Rounds rounds,
      Proposals proposals,
      AppraisalBriefs briefs,
      Campaigns campaigns,
      Responsibles responsibles,
      ObjectMapper json,
      Clock clock) {
    this.rounds = rounds;
    this.proposals = proposals;
    this.briefs = briefs;
    this.campaigns = campaigns;
    this.responsibles = responsibles;
    this.json = json;
    this.clock = clock;
  }

  /** Group of the office. */
  public String office(DelegateExecution execution) {
    return Groups.office(round(execution).campaignId());
  }

  /** Group of the leading group. */
  public String leadingGroup(DelegateExecution execution) {
    return Groups.leadingGroup(round(execution).campaignId());
  }

  /** By when the office has to have reviewed the proposal. */
  public Date due(DelegateExecution execution) {
    return Date.from(round(execution).dueAt());
  }

  /** Until when one may object. */
  public Date objectionsUntil(DelegateExecution execution) {
    var until = round(execution).objectionsUntil();
    if (until == null) {
      throw new IllegalStateException("nobody is heard before the proposal is confirmed");
    }
    return Date.from(until);
  }

  /** By when the office has to have decided an objection. */
  public Date objectionDue(DelegateExecution execution) {
    return inWorkingDays(execution, OBJECTION_DAYS);
  }

  /** By when the leading group has to have decided. */
  public Date decisionDue(DelegateExecution execution) {
    return inWorkingDays(execution, DECISION_DAYS);
  }

  /** Keys of those who are heard now: tens. */
  public List<String> named(DelegateExecution execution) {
    var round = round(execution);
    return proposals.heardIn(round.key(), round.hearings()).stream()
        .map(proposal -> proposal.party().key())
        .toList();
  }

  /** The person who is named; null for a unit. */
  public @Nullable String namedPerson(DelegateExecution execution) {
    var party = party(execution);
    return party.level() == Level.PERSON ? party.id() : null;
  }

  /** The head of the unit that is named, where it has none the office. */
  public List<String> namedHead(DelegateExecution execution) {
    var party = party(execution);
    if (party.level() == Level.PERSON) {
      return List.of();
    }
    var campaign = round(execution).campaignId();
    return List.of(
        responsibles.headOf(campaign, party.id()).isPresent()
            ? Groups.head(campaign, party.id())
            : Groups.office(campaign));
  }

  /** Whether the party that the token is about objects. */
  public boolean objected(DelegateExecution execution) {
    return rounds
        .objection(round(execution).key(), party(execution))
        .filter(objection -> objection.outcome() == null)
        .isPresent();
  }

  /** What the form for the review shows. */
  public String reviewBrief(DelegateExecution execution) {
    return briefs.review(round(execution));
  }

  /** What is asked about one party is called after it: there may be several. */
  public String partyTitle(DelegateExecution execution) {
    var round = round(execution);
    return proposals
        .find(round.key(), party(execution))
        .map(named -> round.title() + " · " + named.name())
        .orElse(round.title());
  }

  /** What the form for objecting shows: each fact that cost points. */
  public String objectBrief(DelegateExecution execution) {
    return briefs.object(round(execution), party(execution));
  }

  /** What the form for deciding an objection shows. */
  public String objectionBrief(DelegateExecution execution) {
    return briefs.objection(round(execution), party(execution));
  }

  /** The objection, of any length. */
  public Object objection(DelegateExecution execution) {
    return json(
        Map.of(
            "text",
            rounds
                .objection(round(execution).key(), party(execution))
                .map(objection -> objection.text())
                .orElse("")));
  }

  /** What the form for the decision shows. */
  public String decideBrief(DelegateExecution execution) {
    return briefs.decide(round(execution));
  }

  /** Names of those in the list, with place and points. */
  public Object parties(DelegateExecution execution) {
    var round = round(execution);
    return json(
        proposals.named(round.key()).stream()
            .map(one -> Map.of("label", briefs.line(round, one), "value", one.party().key()))
            .toList());
  }

  /** What the list is filled with. */
  public Object proposal(DelegateExecution execution) {
    return json(AppraisalForms.proposal(proposals.named(round(execution).key())));
  }

  /** The same for the leading group: who may be criticised in a list of its own. */
  public Object verdicts(DelegateExecution execution) {
    return json(AppraisalForms.verdicts(proposals.named(round(execution).key())));
  }

  private Date inWorkingDays(DelegateExecution execution, int days) {
    var dates = campaigns.dates(campaigns.get(round(execution).campaignId()));
    return Date.from(dates.limitAfter(clock.instant(), days));
  }

  private static Party party(DelegateExecution execution) {
    return Party.of(Variables.PARTY.in(execution));
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }

  private Round round(DelegateExecution execution) {
    return rounds.get(execution.getProcessBusinessKey());
  }
}
