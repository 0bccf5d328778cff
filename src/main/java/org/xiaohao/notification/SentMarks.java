package org.xiaohao.notification;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Marks what was sent, on a thread of its own, while the next notice is written and handed over: a
 * database that waits for its disk holds up no mail. {@link #settle} keeps the next notice from
 * being received before the mark is there, so that of a sender that dies only the one in flight is
 * sent twice.
 */
final class SentMarks implements AutoCloseable {

  private final OutboxRows rows;
  private final ExecutorService marker =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "outbox-marks");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable Future<?> last;

  SentMarks(OutboxRows rows) {
    this.rows = rows;
  }

  /** Marks a notice; those before it have to be {@link #settle settled}. */
  void sent(OutboxRow row, Instant at) {
    last = marker.submit(() -> rows.sent(row, at));
  }

  /**
   * Returns when everything is marked that was sent.
   *
   * @throws Lost if it is not; nothing more may be sent then
   */
  void settle() {
    if (last == null) {
      return;
    }
    try {
      last.get();
    } catch (ExecutionException failed) {
      throw new Lost(failed.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new Lost(end);
    }
  }

  @Override
  public void close() {
    marker.shutdown();
    settle();
  }

  /** What was sent could not be marked, and is sent again once its lease has ended. */
  static final class Lost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Lost(Throwable cause) {
      super("what was sent could not be marked", cause);
    }
  }
}
