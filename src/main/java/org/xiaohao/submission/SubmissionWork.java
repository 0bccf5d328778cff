package org.xiaohao.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.roster.Rosters;

/** Writes the papers that the plan asks for, in chunks, and opens them when their time has come. */
@Component
class SubmissionWork implements CampaignWork {

  private final Submissions submissions;
  private final SubmissionService service;
  private final Rosters rosters;
  private final OwedSubmissions owed;

  SubmissionWork(
      Submissions submissions, SubmissionService service, Rosters rosters, OwedSubmissions owed) {
    this.submissions = submissions;
    this.service = service;
    this.rosters = rosters;
    this.owed = owed;
  }

  @Override
  public String room() {
    return "submission";
  }

  /** The cursor is {@code <index of the paper>:<position of the last person>}. */
  @Override
  public Chunk plan(Campaign campaign, @Nullable String cursor, int size) {
    var papers = papersOf(campaign);
    var index = cursor == null ? 0 : Integer.parseInt(cursor.substring(0, cursor.indexOf(':')));
    var after = cursor == null ? 0 : Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
    if (index >= papers.size()) {
      return Chunk.NOTHING;
    }
    var paper = papers.get(index);
    if (paper.owedBy() == OwedBy.PERSON) {
      var people = rosters.peopleAfter(campaign.id(), after, size);
      submissions.insert(
          people.stream().map(person -> owed.byPerson(campaign, paper, person)).toList());
      return people.size() == size
          ? new Chunk(size, index + ":" + (after + size))
          : following(papers, index, people.size());
    }
    var rows = rowsOf(campaign, paper).toList();
    submissions.insert(rows);
    return following(papers, index, rows.size());
  }

  private static Chunk following(List<Paper> papers, int index, int rows) {
    return new Chunk(rows, index + 1 < papers.size() ? (index + 1) + ":0" : null);
  }

  private Stream<Submission> rowsOf(Campaign campaign, Paper paper) {
    return paper.owedBy() == OwedBy.UNIT
        ? rosters.units(campaign.id()).stream().map(unit -> owed.byUnit(campaign, paper, unit))
        : rosters.branches(campaign.id()).stream()
            .map(branch -> owed.byBranch(campaign, paper, branch));
  }

  /** Papers of speakers are owed only once somebody has spoken. */
  private static List<Paper> papersOf(Campaign campaign) {
    return campaign.plan().papers().stream()
        .filter(paper -> paper.owedBy() != OwedBy.SPEAKER)
        .toList();
  }

  @Override
  public void open(Campaign campaign, Opening opening, int size) {
    submissions.work().planned(campaign.id(), opening, size).forEach(service::open);
  }

  @Override
  public boolean waiting(Campaign campaign, Opening opening) {
    return submissions.work().waits(campaign.id(), opening);
  }

  @Override
  public int lapse(Campaign campaign, int size) {
    return submissions.work().lapse(campaign.id(), size, service::lapse);
  }

  /** Without speech texts, which are due after the session they come from. */
  @Override
  public void moveAlong(Campaign campaign, Opening part, long days, String reason, String by) {
    submissions.work().inside(campaign.id(), part).stream()
        .filter(row -> row.owedBy() != OwedBy.SPEAKER && row.state() != Submission.State.SUBMITTED)
        .forEach(row -> service.moveBy(row, days, reason, by));
  }

  @Override
  public List<PastItem> past(Campaign campaign, String phase) {
    return submissions.work().past(campaign.id(), phase).stream()
        .map(row -> new PastItem(row.key(), kind(campaign, row), row.title(), day(row)))
        .toList();
  }

  private static String kind(Campaign campaign, Submission row) {
    return campaign.plan().paper(row.paperId()).map(Paper::title).orElse(row.paperId());
  }

  private static LocalDate day(Submission row) {
    return row.date().effectiveDate();
  }

  @Override
  public void recordPast(String key, String by) {
    service.recordPast(key, by);
  }
}
