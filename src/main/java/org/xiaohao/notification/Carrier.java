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
     * Hands a notice over. The run goes on after a failure, for those behind it, unless the failure
     * is one of the connection.
     *
     * @param last runs before the receiver can have taken the notice; what it throws leaves the
     *     notice here, and is thrown on
     */
    void carry(OutboxRow row, Runnable last) throws Undelivered;

    @Override
    void close();
  }
}
