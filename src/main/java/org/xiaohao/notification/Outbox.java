package org.xiaohao.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiaohao.notification.Carrier.Run;
import org.xiaohao.notification.Undelivered.Failure;

/**
 * Sends what waits in the outbox, the oldest first. Any number of senders may work on the same
 * tables: each takes up a batch in a short transaction of its own and marks every notice by itself
 * before the next one can be received, so that of a sender that dies only the one in flight is sent
 * twice.
 */
@Service
public class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final int BATCH = 100;

  /** What a sender that dies has taken up is taken up again after that time. */
  static final Duration LEASE = Duration.ofMinutes(10);

  /** Longer than one notice can take on a server that hangs. */
  private static final Duration LAST_CALL = Duration.ofMinutes(2);

  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(4);

  private final OutboxRows rows;
  private final List<Carrier> carriers;
  private final GivenUp givenUp;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Map<Channel, Patience> patience = new EnumMap<>(Channel.class);

  Outbox(
      OutboxRows rows,
      List<Carrier> carriers,
      GivenUp givenUp,
      TransactionOperations transactions,
      Clock clock) {
    this.rows = rows;
    this.carriers = List.copyOf(carriers);
    this.givenUp = givenUp;
    this.transactions = transactions;
    this.clock = clock;
    carriers.forEach(carrier -> patience.put(carrier.channel(), new Patience()));
  }

  /**
   * Sends all notices that are due.
   *
   * @return how many were sent
   * @throws IllegalStateException inside a transaction: a rollback would not call a mail back
   */
  public int sendDue() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("nothing is ever sent inside a transaction");
    }
    return carriers.stream().mapToInt(this::sendDue).sum();
  }

  private int sendDue(Carrier carrier) {
    var sent = 0;
    var waits = patience.get(carrier.channel());
    while (waits.isOver(clock.instant())) {
      var now = clock.instant();
      var lease = now.plus(LEASE);
      var batch =
          Objects.requireNonNull(
              transactions.execute(s -> rows.claim(carrier.channel(), now, lease, BATCH)));
      if (batch.isEmpty()) {
        break;
      }
      sent += send(carrier, new ArrayDeque<>(batch), lease.minus(LAST_CALL));
    }
    return sent;
  }

  /** What a run that breaks off has not carried waits as if nobody had taken it up. */
  private int send(Carrier carrier, ArrayDeque<OutboxRow> batch, Instant until) {
    var sent = 0;
    try (var run = carrier.open();
        var marks = new SentMarks(rows)) {
      while (!batch.isEmpty() && clock.instant().isBefore(until)) {
        sent += send(batch.remove(), run, marks) ? 1 : 0;
      }
      patience.get(carrier.channel()).restored();
    } catch (Undelivered unreachable) {
      LOG.warn("nothing leaves by {}: {}", carrier.channel(), unreachable.getMessage());
      patience.get(carrier.channel()).lost(clock.instant());
      batch.stream().filter(this::isTooOld).forEach(row -> failed(row, unreachable));
      batch.removeIf(this::isTooOld);
      rows.release(List.copyOf(batch), unreachable.getMessage(), clock.instant());
      return sent;
    }
    rows.release(List.copyOf(batch), null, clock.instant());
    return sent;
  }

  /** One that cannot be sent does not stop those behind it, unless none of them can be. */
  private boolean send(OutboxRow row, Run run, SentMarks marks) throws Undelivered {
    try {
      run.carry(row, marks::settle);
    } catch (Undelivered failure) {
      LOG.warn("notice {} to {}: {}", row.id(), row.personId(), failure.getMessage());
      failed(row, failure);
      if (failure.failure() == Failure.CONNECTION) {
        throw failure;
      }
      return false;
    } catch (SentMarks.Lost unmarked) {
      throw unmarked;
    } catch (RuntimeException fault) {
      LOG.error("notice {} cannot be written", row.id(), fault);
      failed(row, new Undelivered(Failure.UNREADABLE, fault));
      return false;
    }
    marks.sent(row, clock.instant());
    return true;
  }

  private boolean isTooOld(OutboxRow row) {
    return !row.queuedAt().plus(GIVEN_UP_AFTER).isAfter(clock.instant());
  }

  private void failed(OutboxRow row, Undelivered failure) {
    var next =
        failure.failure().passes()
            ? clock.instant().plus(Patience.forOne(row.attempts()))
            : Instant.MAX;
    var never = !next.isBefore(row.queuedAt().plus(GIVEN_UP_AFTER));
    transactions.executeWithoutResult(
        status -> {
          if (rows.failed(row, failure, never ? null : next) && never) {
            givenUp.on(row, failure);
          }
        });
  }
}
