package org.xiaohao.supervision.process;

/** Words that the model {@code supervision-slip} shares with the code. */
final class SlipProcess {

  static final String KEY = "supervision-slip";

  private SlipProcess() {}

  static final class Messages {
    static final String SETTLED = "supervision-slip.settled";

    private Messages() {}
  }
}
