package org.xiaohao.notification;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.xiaohao.notification.Carrier.Parcel;
import org.xiaohao.notification.Carrier.Run;

/**
 * Packs the next notice of a batch while the one before it is under way: to fill in a letter takes
 * about as long as to hand it over, and the one waits for nothing of the other. Never more than one
 * ahead.
 */
final class PackingAhead implements AutoCloseable {

  private final Run run;
  private final ExecutorService packer =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "outbox-packer");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable OutboxRow ahead;
  private @Nullable Future<Parcel> parcel;

  PackingAhead(Run run) {
    this.run = run;
  }

  /**
   * The parcel of that notice; the one that follows is being packed when this returns.
   *
   * @throws Undelivered or whatever else {@link Run#pack} throws for that notice, and for no other
   */
  Parcel parcel(OutboxRow row, @Nullable OutboxRow following) throws Undelivered {
    try {
      return ahead == row && parcel != null ? packed(parcel) : run.pack(row);
    } finally {
      ahead = following;
      parcel = following == null ? null : packer.submit(pack(following));
    }
  }

  private Callable<Parcel> pack(OutboxRow row) {
    return () -> run.pack(row);
  }

  private static Parcel packed(Future<Parcel> parcel) throws Undelivered {
    try {
      return parcel.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Undelivered unsendable) {
        throw unsendable;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new Undelivered(Undelivered.Failure.CONNECTION, end);
    }
  }

  /** What was packed and is not called for is forgotten. */
  @Override
  public void close() {
    packer.shutdownNow();
  }
}
