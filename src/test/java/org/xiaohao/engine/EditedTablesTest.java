package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An office edits its tables: what stands in its folder holds from the next start on. */
class EditedTablesTest {

  private static final Map<String, Object> DUE_TODAY =
      Map.of("workingDaysLeft", 0, "behindPlan", false, "timesReturned", 0, "nearLimit", 3);
  private static final Map<String, Object> HEAD_OF_WHAT_IS_LATE =
      Map.of("light", "RED", "role", "UNIT_HEAD", "workingDaysLate", 1, "afterWorkingDays", 0);

  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  @TempDir private Path folder;

  @Test
  void an_edited_table_holds_from_the_next_start_and_without_it_the_one_inside_again()
      throws IOException {
    assertThat(answers("light", DUE_TODAY)).isEqualTo("BLUE");
    assertThat(answers("escalation", HEAD_OF_WHAT_IS_LATE)).isEqualTo("ANSWER");

    edit("light.dmn", "\"BLUE\"", "\"YELLOW\"");
    edit("escalation.dmn", "\"ANSWER\"", "\"SLIP\"");
    assertThat(answers("light", DUE_TODAY)).isEqualTo("YELLOW");
    assertThat(answers("escalation", HEAD_OF_WHAT_IS_LATE)).isEqualTo("SLIP");

    Files.delete(folder.resolve("light.dmn"));
    assertThat(answers("light", DUE_TODAY)).isEqualTo("BLUE");
    assertThat(answers("escalation", HEAD_OF_WHAT_IS_LATE)).isEqualTo("SLIP");
  }

  @Test
  void a_table_that_cannot_be_read_stops_the_start_with_its_name() throws IOException {
    Files.writeString(folder.resolve("light.dmn"), "<definitions");
    assertThatThrownBy(() -> answers("light", DUE_TODAY))
        .hasStackTraceContaining("processes/light.dmn");
  }

  private void edit(String table, String from, String to) throws IOException {
    var text = Files.readString(Path.of("processes", table));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(table), text.replace(from, to));
  }

  private String answers(String table, Map<String, Object> facts) {
    return started(decisions -> decisions.first(table, facts));
  }

  /** A start of the engine alone, on the same database each time. */
  private String started(Function<Decisions, String> question) {
    var source = new JdbcDataSource();
    source.setURL(database);
    var configuration = new SpringProcessEngineConfiguration();
    var context = new GenericApplicationContext();
    context.refresh();
    configuration.setApplicationContext(context);
    configuration.setProcessEngineName("tables-" + UUID.randomUUID());
    configuration.setDataSource(source);
    configuration.setTransactionManager(new JdbcTransactionManager(source));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    new ModelDeployment(new TableProperties(folder)).preInit(configuration);
    var engine = configuration.buildProcessEngine();
    try {
      return question.apply(new Decisions(engine.getDecisionService()));
    } finally {
      engine.close();
    }
  }
}
