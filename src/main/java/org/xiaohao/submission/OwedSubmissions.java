package org.xiaohao.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PaperOwed;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;
import org.xiaohao.submission.Submission.State;

/** Says what a party owes: its key, title and dates. */
@Component
class OwedSubmissions {

  private final Campaigns campaigns;

  OwedSubmissions(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** R39, R69. */
  Submission byPerson(Campaign campaign, Paper paper, Person person) {
    return owed(campaign, paper, person.id(), person.name(), person.unitId(), null, person.id());
  }

  /** R62, R76. */
  Submission byUnit(Campaign campaign, Paper paper, Unit unit) {
    return owed(campaign, paper, unit.id(), unit.name(), unit.id(), null, null);
  }

  /** R38. */
  Submission byBranch(Campaign campaign, Paper paper, Branch branch) {
    return owed(campaign, paper, branch.id(), branch.name(), null, branch.id(), null);
  }

  /** R41: the limit counts from the session, and is a working day by itself. */
  Submission bySpeaker(Campaign campaign, Paper paper, PaperOwed fact, String name) {
    var days = paper.limitAfterSession() == null ? 0 : paper.limitAfterSession();
    var limit = campaigns.dates(campaign).calendar().plusWorkingDays(fact.since(), days);
    return owed(
        campaign,
        paper,
        fact.personId() + "/" + fact.source(),
        title(campaign, name, fact.occasion()),
        fact.unitId(),
        null,
        fact.personId(),
        limit);
  }

  private Submission owed(
      Campaign campaign,
      Paper paper,
      String party,
      String name,
      @Nullable String unitId,
      @Nullable String branchId,
      @Nullable String personId) {
    if (paper.limit() == null) {
      throw new IllegalStateException("paper " + paper.id() + " has no limit");
    }
    return owed(campaign, paper, party, name, unitId, branchId, personId, paper.limit());
  }

  private Submission owed(
      Campaign campaign,
      Paper paper,
      String party,
      String name,
      @Nullable String unitId,
      @Nullable String branchId,
      @Nullable String personId,
      LocalDate limit) {
    var dates = campaigns.dates(campaign);
    var date = dates.effective(limit);
    var last = paper.lastLimit() == null ? date : dates.effective(paper.lastLimit());
    var limitAt = dates.limit(date.effectiveDate());
    return new Submission(
        campaign.id() + "/" + paper.id() + "/" + party,
        campaign.id(),
        paper.id(),
        paper.phase(),
        paper.work(),
        paper.owedBy(),
        unitId,
        branchId,
        personId,
        title(campaign, paper.title(), name),
        paper.optional(),
        last.effectiveDate().isBefore(campaign.launchDay()) ? State.PAST : State.PLANNED,
        date,
        last.effectiveDate(),
        limitAt,
        limitAt,
        null,
        null,
        null,
        null,
        null,
        0,
        0);
  }

  private static String title(Campaign campaign, String what, String who) {
    return Messages.text(campaign.plan().language(), "submission.title", what, who);
  }
}
