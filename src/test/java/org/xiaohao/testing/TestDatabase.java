package org.xiaohao.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Empties the H2 database that process tests share, so that each starts as fast as the first one.
 * What the start of the application brought stays: models, their start events, users and rights;
 * the groups of a campaign go with it, or people would be members of those of all tests before.
 */
final class TestDatabase {

  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by table_name
      """;

  private final DataSource database;

  TestDatabase(DataSource database) {
    this.database = database;
  }

  /**
   * Deletes all rows of the rooms, and all of the engine that hangs on an instance. A PostgreSQL is
   * shared by nobody, and left as it is.
   */
  void empty() {
    try (var connection = database.getConnection()) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        return;
      }
      var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      jdbc.execute("set referential_integrity false");
      try {
        ofInstances(jdbc);
        ofCampaigns(jdbc);
        tables(jdbc, TestDatabase::isHistory)
            .forEach(name -> jdbc.execute("truncate table " + name));
        tables(jdbc, TestDatabase::isOfRoom)
            .forEach(name -> jdbc.execute("truncate table " + name));
      } finally {
        jdbc.execute("set referential_integrity true");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Jobs and subscriptions without an execution belong to the models. */
  private static void ofInstances(JdbcTemplate jdbc) {
    jdbc.execute("delete from act_ru_job where execution_id_ is not null");
    jdbc.execute("delete from act_ru_event_subscr where execution_id_ is not null");
    jdbc.execute("delete from act_ru_identitylink where task_id_ is not null");
    jdbc.execute("delete from act_ge_bytearray where deployment_id_ is null");
    List.of("execution", "task", "variable", "incident", "ext_task", "case_execution")
        .forEach(name -> jdbc.execute("truncate table act_ru_" + name));
  }

  /** Groups of a campaign have its id and a dot in front. */
  private static void ofCampaigns(JdbcTemplate jdbc) {
    jdbc.execute(
        """
        delete from act_ru_filter where id_ in (
          select resource_id_ from act_ru_authorization where group_id_ like '%.%')
        """);
    jdbc.execute("delete from act_ru_authorization where group_id_ like '%.%'");
    jdbc.execute("delete from act_id_membership where group_id_ like '%.%'");
    jdbc.execute("delete from act_id_group where id_ like '%.%'");
  }

  private static List<String> tables(JdbcTemplate jdbc, Predicate<String> wanted) {
    return jdbc.queryForList(TABLES, String.class).stream()
        .filter(name -> wanted.test(name.toLowerCase(Locale.ROOT)))
        .map(name -> '"' + name + '"')
        .toList();
  }

  private static boolean isHistory(String table) {
    return table.startsWith("act_hi_");
  }

  private static boolean isOfRoom(String table) {
    return !table.startsWith("act_") && !table.startsWith("flyway");
  }
}
