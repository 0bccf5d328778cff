package org.xiaohao.rectification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xiaohao.campaign.Plan;
import org.xiaohao.testing.TestCampaign;

/** The plan of 2017 with another look-back. */
final class Plans {

  private Plans() {}

  /** A look-back 20 working days after close-out, for that percentage. */
  static Plan withLookBack(int sample) {
    try {
      var text = Files.readString(Path.of("campaigns/changzhi-2017/campaign.yaml"));
      var file = Files.createTempFile("campaign", ".yaml");
      Files.writeString(file, text + "\nrectification: {lookBackSample: " + sample + "}\n");
      return TestCampaign.plan(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
