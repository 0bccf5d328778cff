package org.xiaohao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate of the process tests: each flow node of each model was entered by one of the tests that
 * ran before the package, most of all each end and boundary event. Reads what {@link
 * org.xiaohao.testing.FlowNodeRecorder} wrote, so it has a verdict in a whole build only.
 */
class ProcessCoverageIT {

  /** A file for each JVM that ran process tests. */
  private static final Path RECORDS = Path.of("target/process-coverage");

  private static Set<String> entered;

  static Stream<Path> models() throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
    }
  }

  @BeforeAll
  static void readRecord() throws IOException {
    assertThat(RECORDS).as("written by the process tests: mvn verify runs them first").exists();
    entered = new HashSet<>();
    try (var files = Files.list(RECORDS)) {
      for (var file : files.toList()) {
        entered.addAll(Files.readAllLines(file));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void a_test_enters_every_flow_node(Path file) {
    var model = Bpmn.readModelFromFile(file.toFile());
    var process = model.getModelElementsByType(Process.class).iterator().next().getId();
    var nodes =
        model.getModelElementsByType(FlowNode.class).stream()
            .map(node -> process + "/" + node.getId())
            .toList();

    assertThat(nodes).isNotEmpty().allMatch(entered::contains, "is entered by a test");
  }
}
