package org.xiaohao.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the two tables of {@code score.dmn}. */
class ScoreTableTest {

  private static final Path FILE = Path.of("processes/score.dmn");
  private static final Set<String> MATCHED = new HashSet<>();
  private static final DmnEngine ENGINE = engine();

  private static DmnEngine engine() {
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration
        .getCustomPostDecisionTableEvaluationListeners()
        .add(event -> event.getMatchingRules().forEach(rule -> MATCHED.add(rule.getId())));
    return configuration.buildEngine();
  }

  /** A row that is added to a table needs a case below. */
  @AfterAll
  static void every_row_had_its_case() {
    assertThat(MATCHED)
        .as("rows of score.dmn without a case")
        .containsAll(
            Dmn.readModelFromFile(FILE.toFile()).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    "ON_TIME, PERSON, 2",
    "LATE, DIVISION, -1",
    "MISSING, PERSON, -3",
    "MISSING, DIVISION, -5",
    "MISSING, AFFILIATED_UNIT, -5",
    "RETURNED, AFFILIATED_UNIT, -1",
    "ATTENDED, PERSON, 1",
    "ABSENT, PERSON, -2",
    "MADE_UP, PERSON, 0",
    "FORMS_OVER_QUOTA, DIVISION, 2",
    "FORMS_SHORT, DIVISION, -3",
    "CLOSED_ON_TIME, PERSON, 3",
    "CLOSED_LATE, PERSON, 1",
    "OVERDUE, DIVISION, -3",
    "REOPENED, PERSON, -3",
    "ADOPTED, AFFILIATED_UNIT, 3",
    "PRAISED, DIVISION, 3"
  })
  void a_fact_gives_its_points(String fact, String level, int points) {
    Number given =
        ENGINE
            .evaluateDecisionTable(
                decision("score"), Variables.putValue("factKind", fact).putValue("level", level))
            .getSingleEntry();
    assertThat(given.intValue()).isEqualTo(points);
  }

  @Test
  void a_fact_that_no_row_names_gives_nothing() {
    Number given =
        ENGINE
            .evaluateDecisionTable(
                decision("score"),
                Variables.putValue("factKind", "SNOWED").putValue("level", "PERSON"))
            .getSingleEntry();
    assertThat(given).isNull();
  }

  @Test
  void every_kind_of_fact_of_the_table_has_a_word() throws IOException {
    var words = Files.readString(Path.of("src/main/resources/messages/appraisal_zh.properties"));
    var kinds =
        Dmn.readModelFromFile(FILE.toFile()).getModelElementsByType(Rule.class).stream()
            .filter(rule -> rule.getId().startsWith("rule_score"))
            .map(rule -> rule.getInputEntries().iterator().next().getText().getTextContent())
            .flatMap(text -> Stream.of(text.replace("\"", "").split(",")))
            .distinct();
    assertThat(kinds).hasSizeGreaterThan(10).allMatch(kind -> words.contains("fact." + kind + "="));
  }

  @ParameterizedTest
  @CsvSource({
    "DIVISION, 0, 20, 3, COMMEND",
    "AFFILIATED_UNIT, 19, 1, 0, COMMEND",
    "DIVISION, 20, 20, 3, NONE",
    "DIVISION, 0, 0, 0, NONE",
    "DIVISION, 0, 20, 4, NONE",
    "PERSON, 9, 5, 0, COMMEND",
    "PERSON, 10, 5, 0, NONE",
    "PERSON, 9, 5, 1, NONE",
    "DIVISION, 80, 3, 10, CRITICISE",
    "AFFILIATED_UNIT, 79, 3, 10, NONE",
    "AFFILIATED_UNIT, 80, 3, 9, NONE",
    "PERSON, 95, 3, 6, CRITICISE",
    "PERSON, 94, 3, 6, NONE",
    "PERSON, 95, 3, 5, NONE"
  })
  void a_standing_gives_its_proposal(
      String level, int share, int total, int lost, String proposed) {
    String given =
        ENGINE
            .evaluateDecisionTable(
                decision("proposal"),
                Variables.putValue("level", level)
                    .putValue("share", share)
                    .putValue("total", total)
                    .putValue("lost", lost))
            .getSingleEntry();
    assertThat(given).isEqualTo(proposed);
  }

  private static DmnDecision decision(String id) {
    return ENGINE.parseDecision(id, Dmn.readModelFromFile(FILE.toFile()));
  }
}
