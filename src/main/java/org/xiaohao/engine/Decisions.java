package org.xiaohao.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Asks the decision tables. The same question gets the same answer without asking again: a table is
 * deployed when the server starts and never afterwards, and each question put to the engine leaves
 * a dozen rows of history.
 */
@Component
public class Decisions {

  /** More different questions than any table is ever asked; then it starts afresh. */
  private static final int REMEMBERED = 10_000;

  private record Question(String table, Map<String, Object> facts) {}

  private final DecisionService decisions;
  private final Map<Question, String> answers = new ConcurrentHashMap<>();

  Decisions(DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * The one output of the first rule that holds.
   *
   * @param table id of the decision, the name of its file without {@code .dmn}
   * @param facts its inputs by name: numbers, words, true or false
   * @throws IllegalStateException if no rule holds: somebody took out the last one, which always
   *     does
   */
  public String first(String table, Map<String, Object> facts) {
    var question = new Question(table, Map.copyOf(facts));
    var known = answers.get(question);
    if (known != null) {
      return known;
    }
    var result = decisions.evaluateDecisionTableByKey(table).variables(facts).evaluate();
    var answer = result.isEmpty() ? null : result.getFirstResult().getSingleEntry();
    if (!(answer instanceof String word)) {
      throw new IllegalStateException("decision table '" + table + "' has no rule for " + facts);
    }
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    answers.put(question, word);
    return word;
  }
}
