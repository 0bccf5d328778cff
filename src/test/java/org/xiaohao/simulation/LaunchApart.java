package org.xiaohao.simulation;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ConfigurableApplicationContext;
import org.xiaohao.XiaohaoApplication;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;
import org.xiaohao.testing.TestCampaign;

/**
 * A launch in a process of its own, to be killed: begins it or goes on with it, and says on its
 * output what it is about to do.
 */
final class LaunchApart {

  /** Said before each transaction: the launch itself, and each chunk. */
  static final String STEP = "STEP";

  /** Said when nothing is left to do. */
  static final String COMPLETE = "COMPLETE";

  private static final Path FOLDER = Path.of("campaigns/changzhi-2017");
  private static final String CAMPAIGN = "changzhi-2017";

  private LaunchApart() {}

  /**
   * @param args the file of the database
   */
  public static void main(String[] args) {
    try (var context = start(Path.of(args[0]))) {
      goOn(context, () -> System.out.println(STEP));
      System.out.println(COMPLETE);
    }
  }

  /** The application on that database; as on a server what is committed is written at once. */
  static ConfigurableApplicationContext start(Path database) {
    return ReplayServer.start(
        XiaohaoApplication.class,
        LocalDateTime.parse("2017-02-28T08:00"),
        TestCampaign.ZONE,
        Map.of(
            "spring.datasource.url",
            "jdbc:h2:file:" + database + ";WRITE_DELAY=0",
            "xiaohao.attachment.folder",
            database + "-files"));
  }

  /** Launches unless that is done, and carries out all that follows from it. */
  static void goOn(ConfigurableApplicationContext context, Runnable beforeEachStep) {
    if (context.getBean(Campaigns.class).find(CAMPAIGN).isEmpty()) {
      beforeEachStep.run();
      context.getBean(Launch.class).launch(FOLDER);
    }
    var jobs = context.getBean(ManagementService.class);
    var due = jobs.createJobQuery().executable();
    for (var next = due.listPage(0, 1); !next.isEmpty(); next = due.listPage(0, 1)) {
      beforeEachStep.run();
      jobs.executeJob(next.get(0).getId());
    }
  }
}
