package org.xiaohao.rectification;

import org.xiaohao.campaign.Plan;
import org.xiaohao.testing.TestCampaign;

/** The plan of 2017 with another look-back. */
final class Plans {

  private Plans() {}

  /** A look-back 20 working days after close-out, for that percentage. */
  static Plan withLookBack(int sample) {
    return TestCampaign.planWith("rectification: {lookBackSample: %d}".formatted(sample));
  }
}
