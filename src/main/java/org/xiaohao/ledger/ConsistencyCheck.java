package org.xiaohao.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.engine.OpenTasks;

/**
 * Compares tables and engine: each open row has exactly one running instance under its key, and
 * each instance an open row; and nothing waits for somebody who has left.
 */
@Component
public class ConsistencyCheck {

  /** Processes whose instances carry a row of the ledger, one each. */
  public static final List<String> PROCESSES =
      List.of(
          "appraisal",
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
  private final OpenTasks tasks;

  ConsistencyCheck(Ledger ledger, Instances instances, OpenTasks tasks) {
    this.ledger = ledger;
    this.instances = instances;
    this.tasks = tasks;
  }

  /** What does not fit. */
  public enum Kind {
    ROW_WITHOUT_INSTANCE,
    INSTANCE_WITHOUT_ROW,
    SEVERAL_INSTANCES,
    /** It waits for somebody who has left, and so for nobody. */
    ASSIGNED_TO_LEAVER
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
    waitingForLeavers().forEach(key -> differences.putIfAbsent(key, Kind.ASSIGNED_TO_LEAVER));
    return differences.entrySet().stream()
        .map(entry -> new Difference(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Who has left one campaign may still take part in another. */
  private Stream<String> waitingForLeavers() {
    var left = ledger.leavers();
    return tasks
        .assignedTo(left.values().stream().flatMap(Set::stream).distinct().toList())
        .stream()
        .filter(
            task ->
                left.getOrDefault(task.key().split("/", 2)[0], Set.of()).contains(task.person()))
        .map(OpenTasks.Assigned::key);
  }
}
