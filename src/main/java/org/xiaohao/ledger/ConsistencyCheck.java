package org.xiaohao.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;

/**
 * Compares tables and engine: each open row has exactly one running instance under its key, and
 * each instance an open row.
 */
@Component
public class ConsistencyCheck {

  /** Processes whose instances carry a row of the ledger, one each. */
  public static final List<String> PROCESSES =
      List.of(
          "assignment",
          "benchmark-selection",
          "consultation",
          "inspection",
          "meeting",
          "rectification",
          "study-material",
          "study-session",
          "submission",
          "supervision-slip");

  private final Ledger ledger;
  private final Instances instances;

  ConsistencyCheck(Ledger ledger, Instances instances) {
    this.ledger = ledger;
    this.instances = instances;
  }

  /** What does not fit. */
  public enum Kind {
    ROW_WITHOUT_INSTANCE,
    INSTANCE_WITHOUT_ROW,
    SEVERAL_INSTANCES
  }

  /**
   * A place where tables and engine differ.
   *
   * @param key natural key of the row, business key of the instance
   */
  public record Difference(String key, Kind kind) {}

  /** All differences, in the order of keys; empty where all is well. */
  public List<Difference> differences() {
    var running = new HashMap<String, Integer>();
    instances.runningKeys(PROCESSES).forEach(key -> running.merge(key, 1, Integer::sum));
    var open = new HashSet<>(ledger.openKeys());
    var differences = new TreeMap<String, Kind>();
    running.forEach(
        (key, count) -> {
          if (!open.contains(key)) {
            differences.put(key, Kind.INSTANCE_WITHOUT_ROW);
          } else if (count > 1) {
            differences.put(key, Kind.SEVERAL_INSTANCES);
          }
        });
    open.stream()
        .filter(key -> !running.containsKey(key))
        .forEach(key -> differences.put(key, Kind.ROW_WITHOUT_INSTANCE));
    return differences.entrySet().stream()
        .map(entry -> new Difference(entry.getKey(), entry.getValue()))
        .toList();
  }
}
