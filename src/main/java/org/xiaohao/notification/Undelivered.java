package org.xiaohao.notification;

/** A notice did not leave, and why: what follows depends on the kind of failure. */
final class Undelivered extends Exception {

  /** What kind of failure it was. */
  enum Failure {
    /** Nobody listens, or does not want us: says nothing about this notice. */
    CONNECTION(true),
    /** Not now (4xx): too busy, or greylisted. */
    TEMPORARY(true),
    /** Never (5xx): too large, or taken for spam. */
    PERMANENT(false),
    /** The server knows nobody of that name (5xx to the recipient). */
    REJECTED(false),
    /** No address to which anything can be sent. */
    BAD_ADDRESS(false),
    /** It could not even be written; our own fault. */
    UNREADABLE(false);

    private final boolean passes;

    Failure(boolean passes) {
      this.passes = passes;
    }

    /** Whether it may go better later. */
    boolean passes() {
      return passes;
    }
  }

  private final Failure failure;

  Undelivered(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  Undelivered(Failure failure, Exception cause) {
    super(text(cause), cause);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  /** With what lies at the bottom of it: libraries wrap it in sentences that say nothing. */
  private static String text(Exception thrown) {
    Throwable bottom = thrown;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    var said = said(thrown);
    return said.contains(said(bottom)) ? said : said + ": " + said(bottom);
  }

  private static String said(Throwable thrown) {
    var message = thrown.getMessage();
    return message == null ? thrown.toString() : message.strip();
  }
}
