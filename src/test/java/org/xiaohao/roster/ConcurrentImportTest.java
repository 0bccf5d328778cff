package org.xiaohao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.shared.Refusal;
import org.xiaohao.shared.TestDatabases;

/** Two clerks who import a roster of one campaign at the same moment. */
class ConcurrentImportTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 2, 28);
  private static final Roster ONE = roster("局机关办公室");
  private static final Roster OTHER = roster("办公室");

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void aLaterImportWaitsForTheOneThatRuns(DataSource database) {
    var jdbc = new JdbcTemplate(database);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    var service = new RosterService(jdbc, event -> {});
    transaction.executeWithoutResult(status -> service.take("c", ONE, TODAY));

    transaction.executeWithoutResult(
        status -> {
          service.take("c", ONE, TODAY); // writes no row, so only the lock can hold the other back
          var other =
              CompletableFuture.runAsync(
                  () ->
                      transaction.executeWithoutResult(
                          inOtherThread -> {
                            jdbc.execute("set lock_timeout = 100");
                            service.take("c", OTHER, TODAY);
                          }));
          assertThatThrownBy(other::join)
              .isInstanceOf(CompletionException.class)
              .cause()
              .isInstanceOf(DataAccessException.class)
              .hasMessageContaining("lock");
        });

    assertThat(new Rosters(JdbcClient.create(database)).units("c")).isEqualTo(ONE.units());
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void theSecondOfTwoFirstImportsIsRefused(DataSource database) {
    new RosterService(new JdbcTemplate(database), event -> {}).take("c", ONE, TODAY);
    var lookedBeforeTheOtherWasDone =
        new JdbcTemplate(database) {
          @Override
          public <T> List<T> queryForList(String sql, Class<T> type, Object... arguments) {
            return List.of();
          }
        };

    assertThatThrownBy(
            () ->
                new RosterService(lookedBeforeTheOtherWasDone, event -> {}).take("c", OTHER, TODAY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("roster.being-imported"));
    assertThat(new Rosters(JdbcClient.create(database)).units("c")).isEqualTo(ONE.units());
  }

  private static Roster roster(String nameOfUnit) {
    var unit = new Unit("office", 1, nameOfUnit, UnitKind.DIVISION, null, null, null, Set.of());
    return new Roster(List.of(unit), List.of(), List.of());
  }
}
