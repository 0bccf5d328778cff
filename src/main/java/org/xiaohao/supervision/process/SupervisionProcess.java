package org.xiaohao.supervision.process;

/** Words that the model {@code supervision} shares with the code. */
final class SupervisionProcess {

  static final String KEY = "supervision";

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
