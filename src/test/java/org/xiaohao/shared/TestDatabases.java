package org.xiaohao.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;

/**
 * Fresh databases with the tables of every room, one of each kind that the product runs on. As a
 * source of parameters:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MethodSource(TestDatabases.ALL)
 * void does(DataSource database) {...}
 * }</pre>
 */
public final class TestDatabases {

  /** Name of {@link #all()} for {@code @MethodSource}. */
  public static final String ALL = "org.xiaohao.shared.TestDatabases#all";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabases() {}

  /** A database of each kind. */
  public static Stream<Named<DataSource>> all() {
    return Stream.of(Named.of("H2", h2()), Named.of("PostgreSQL", postgreSql()));
  }

  /** A database in memory that lives as long as the JVM. */
  public static DataSource h2() {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    return migrated(database, "h2");
  }

  /** A database on a server that starts with the first one and ends with the JVM. */
  public static DataSource postgreSql() {
    var name = "test" + COUNT.incrementAndGet();
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
    return migrated(Server.RUNNING.getDatabase("postgres", name), "postgresql");
  }

  private static DataSource migrated(DataSource database, String vendor) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
        .load()
        .migrate();
    return database;
  }

  /** Starts when somebody first asks for it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
