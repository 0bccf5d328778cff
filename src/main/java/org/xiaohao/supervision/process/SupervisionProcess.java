package org.xiaohao.supervision.process;

import org.xiaohao.engine.Variable;

/** Words that the model {@code supervision} shares with the code. */
final class SupervisionProcess {

  static final String KEY = "supervision";

  /** Whether another chunk of slips is to be issued. */
  static final Variable<Boolean> MORE = Variable.of("more", Boolean.class);

  private SupervisionProcess() {}

  /** Business key of the one instance of a campaign. */
  static String businessKey(String campaignId) {
    return campaignId + "/supervision";
  }

  static final class Messages {
    static final String CAMPAIGN_CLOSED = "supervision.campaign-closed";

    private Messages() {}
  }
}
