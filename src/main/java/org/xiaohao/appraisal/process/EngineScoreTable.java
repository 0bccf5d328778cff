package org.xiaohao.appraisal.process;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.ScoreTable;
import org.xiaohao.appraisal.Verdict;

/** The tables as they were deployed last, so that what an office changes holds from now on. */
@Component
class EngineScoreTable implements ScoreTable {

  private static final String SCORE = "score";
  private static final String PROPOSAL = "proposal";

  private final DecisionService decisions;
  private final RepositoryService repository;

  EngineScoreTable(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  @Override
  public int points(String factKind, Level level) {
    Number points =
        decisions
            .evaluateDecisionTableByKey(SCORE, Map.of("factKind", factKind, "level", level.name()))
            .getSingleEntry();
    return points == null ? 0 : points.intValue();
  }

  @Override
  public Verdict propose(Level level, int share, int total, int lost) {
    String proposed =
        decisions
            .evaluateDecisionTableByKey(
                PROPOSAL,
                Map.of("level", level.name(), "share", share, "total", total, "lost", lost))
            .getSingleEntry();
    return proposed == null ? Verdict.NONE : Verdict.valueOf(proposed);
  }

  @Override
  public int version() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(SCORE)
        .latestVersion()
        .singleResult()
        .getVersion();
  }
}
