package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what waits in the outbox. Any number of senders may work on the same tables: each takes up
 * a batch in a short transaction of its own and marks every notice by itself, so that of a sender
 * that dies only the mail in flight is sent twice.
 */
@Service
public class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final int BATCH = 50;

  /** Longer than a batch can take on a server that hangs. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

  private static final Duration LATER_PAUSE = Duration.ofHours(1);
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(4);

  private final OutboxRows rows;
  private final Mails mails;
  private final Carrier carrier;
  private final TransactionOperations transactions;
  private final Clock clock;

  Outbox(
      OutboxRows rows,
      Mails mails,
      Carrier carrier,
      TransactionOperations transactions,
      Clock clock) {
    this.rows = rows;
    this.mails = mails;
    this.carrier = carrier;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Sends all notices that are due.
   *
   * @return how many were sent
   * @throws IllegalStateException inside a transaction: a rollback would not call a mail back
   */
  public int sendDue() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("mail is never sent inside a transaction");
    }
    var sent = 0;
    for (var batch = claim(); !batch.isEmpty(); batch = claim()) {
      try (var run = carrier.open()) {
        for (var row : batch) {
          sent += send(row, run) ? 1 : 0;
        }
      } catch (MessagingException | IOException unreachable) {
        LOG.warn("no mail leaves: {}", unreachable.toString());
        batch.forEach(row -> failed(row, unreachable));
        // What waits behind would only wait for the same server.
        return sent;
      }
    }
    return sent;
  }

  private List<OutboxRow> claim() {
    var now = clock.instant();
    return Objects.requireNonNull(
        transactions.execute(status -> rows.claim(now, now.plus(LEASE), BATCH)));
  }

  /** A notice that cannot be sent does not stop those behind it. */
  private boolean send(OutboxRow row, Carrier.Run run) {
    try {
      run.carry(row, mails.mail(row, clock.instant()));
    } catch (MessagingException | IOException | RuntimeException failure) {
      LOG.warn("notice {} to {} was not sent: {}", row.id(), row.personId(), failure.toString());
      failed(row, failure);
      return false;
    }
    rows.sent(row, clock.instant());
    return true;
  }

  private void failed(OutboxRow row, Exception failure) {
    var next = clock.instant().plus(pause(row.attempts()));
    var givenUp = row.createdAt().plus(GIVEN_UP_AFTER);
    rows.failed(row, failure.toString(), next.isAfter(givenUp) ? null : next);
  }

  private static Duration pause(int attempts) {
    return attempts <= PAUSES.size() ? PAUSES.get(attempts - 1) : LATER_PAUSE;
  }
}
