package org.xiaohao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.boot.test.context.TestComponent;

/**
 * Writes down which flow nodes the tests of one run enter: a line {@code <process>/<flow node>}
 * each, in the file that the system property {@code process-coverage.file} names. The build sets it
 * for the tests before the package, for each of their JVMs another; a single test in an editor
 * writes nothing. The starter of the engine finds the bean by its type.
 */
@TestComponent
public class FlowNodeRecorder implements HistoryEventHandler {

  private static final String FILE = System.getProperty("process-coverage.file", "");

  /** Of all contexts of this JVM. */
  private static final Set<String> ENTERED = ConcurrentHashMap.newKeySet();

  @Override
  public void handleEvent(HistoryEvent event) {
    if (!FILE.isEmpty() && event instanceof HistoricActivityInstanceEventEntity node) {
      var entered = node.getProcessDefinitionKey() + "/" + node.getActivityId();
      if (ENTERED.add(entered)) {
        write(entered);
      }
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** The first node of a JVM starts its file anew. */
  private static synchronized void write(String entered) {
    try {
      var file = Path.of(FILE);
      Files.createDirectories(file.getParent());
      if (ENTERED.size() == 1) {
        Files.deleteIfExists(file);
      }
      Files.write(file, List.of(entered), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
