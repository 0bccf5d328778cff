package org.xiaohao.notification;

/** Takes the notices of one channel to where they are read. */
interface Carrier {

  /** Which notices it takes. */
  Channel channel();

  /**
   * Sets out for a batch; may be as expensive as a connection.
   *
   * @throws Undelivered if nothing can leave now
   */
  Run open() throws Undelivered;

  /** One way for a batch of notices. */
  interface Run extends AutoCloseable {

    /**
     * Makes a notice ready. Touches neither the connection nor the outbox, for it is done on
     * another thread while the notice before it is under way.
     */
    Parcel pack(OutboxRow row) throws Undelivered;

    @Override
    void close();
  }

  /** A notice made ready for its run. */
  @FunctionalInterface
  interface Parcel {

    /**
     * Hands it over. The run goes on after a failure, for those behind it, unless the failure is
     * one of the connection.
     */
    void deliver() throws Undelivered;
  }
}
