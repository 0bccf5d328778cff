package org.xiaohao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the tables of lights and escalation decides something, and decides it so. */
class DecisionTablesTest {

  private static final Set<String> MATCHED = new HashSet<>();
  private static final DmnEngine ENGINE = engine();

  private static DmnEngine engine() {
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.getCustomPostDecisionTableEvaluationListeners().add(DecisionTablesTest::remember);
    return configuration.buildEngine();
  }

  private static void remember(DmnDecisionTableEvaluationEvent event) {
    event.getMatchingRules().forEach(rule -> MATCHED.add(rule.getId()));
  }

  @ParameterizedTest
  @CsvSource({
    "overdue, -1, false, 0, 3, 0, RED",
    "overdue, -1, true, 2, 3, 0, RED",
    "overdue, -40, false, 0, 0, 0, RED",
    "overdue, -1, false, 0, 3, 90, RED",
    "behindPlan, 0, true, 0, 3, 0, YELLOW",
    "behindPlan, 10, true, 0, 3, 0, YELLOW",
    "halfway, 10, false, 0, 3, 50, YELLOW",
    "halfway, 2, false, 0, 3, 80, YELLOW",
    "returnedTwice, 10, false, 2, 3, 0, YELLOW",
    "returnedTwice, 1, false, 3, 3, 0, YELLOW",
    "nearLimit, 3, false, 1, 3, 0, BLUE",
    "nearLimit, 0, false, 0, 3, 0, BLUE",
    "nearLimit, 0, false, 0, 0, 0, BLUE",
    "nearLimit, 5, false, 0, 5, 0, BLUE",
    "inGoodTime, 4, false, 1, 3, 0, NONE",
    "inGoodTime, 1, false, 0, 0, 0, NONE",
    "inGoodTime, 10, false, 1, 3, 49, NONE"
  })
  void light(
      String rule,
      int workingDaysLeft,
      boolean behindPlan,
      int returned,
      int near,
      int timeGone,
      String light) {
    assertThat(
            first(
                "light",
                rule,
                Map.of(
                    "workingDaysLeft", workingDaysLeft,
                    "behindPlan", behindPlan,
                    "timesReturned", returned,
                    "nearLimit", near,
                    "timeGone", timeGone)))
        .isEqualTo(light);
  }

  @ParameterizedTest
  @CsvSource({
    "noLight, NONE, OWNER, -1, 0, NOTHING",
    "noLight, NONE, UNIT_HEAD, 3, 0, NOTHING",
    "blueOwner, BLUE, OWNER, -1, 0, SLIP",
    "yellowOwner, YELLOW, OWNER, -1, 0, ANSWER",
    "redOwner, RED, OWNER, 0, 0, ANSWER",
    "redAbove, RED, UNIT_HEAD, 1, 0, ANSWER",
    "redAbove, RED, LEADER_IN_CHARGE, 6, 5, ANSWER",
    "late, RED, UNIT_HEAD, 0, 0, TELL",
    "late, RED, LEADER_IN_CHARGE, 5, 5, TELL",
    "late, RED, OFFICE, 2, 2, TELL",
    "late, RED, OFFICE, 9, 2, TELL",
    "late, RED, LEADING_GROUP, 9, 8, TELL",
    "late, YELLOW, UNIT_HEAD, 0, 0, TELL",
    "notYet, RED, LEADER_IN_CHARGE, 4, 5, NOTHING",
    "notYet, RED, OFFICE, 1, 2, NOTHING",
    "notYet, YELLOW, UNIT_HEAD, -1, 0, NOTHING",
    "notYet, BLUE, UNIT_HEAD, -1, 0, NOTHING"
  })
  void escalation(String rule, String light, String role, int late, int after, String act) {
    assertThat(
            first(
                "escalation",
                rule,
                Map.of(
                    "light", light,
                    "role", role,
                    "workingDaysLate", late,
                    "afterWorkingDays", after)))
        .isEqualTo(act);
  }

  @Test
  void the_last_rule_of_each_table_always_holds() throws IOException {
    for (var table : List.of("light", "escalation")) {
      var rules = rules(table);
      assertThat(rules.get(rules.size() - 1).getInputEntries())
          .as(table)
          .allMatch(entry -> entry.getText().getTextContent().isBlank());
    }
  }

  /** A row that is added to a table needs a case above. */
  @AfterAll
  static void every_row_had_its_case() throws IOException {
    for (var table : List.of("light", "escalation")) {
      assertThat(MATCHED)
          .as("rows of %s without a case", table)
          .containsAll(rules(table).stream().map(Rule::getId).collect(Collectors.toSet()));
    }
  }

  private static List<Rule> rules(String table) throws IOException {
    try (var file = Files.newInputStream(file(table))) {
      return List.copyOf(Dmn.readModelFromStream(file).getModelElementsByType(Rule.class));
    }
  }

  private static String first(String table, String rule, Map<String, Object> facts) {
    MATCHED.remove("rule_" + rule);
    var result = ENGINE.evaluateDecisionTable(decision(table), facts);
    assertThat(MATCHED).as("the rule that decides").contains("rule_" + rule);
    return result.getSingleResult().getSingleEntry();
  }

  private static DmnDecision decision(String table) {
    try (var file = Files.newInputStream(file(table))) {
      return ENGINE.parseDecision(table, file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Path file(String table) {
    return Path.of("processes", table + ".dmn");
  }
}
