package org.xiaohao.webapps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;

/** Launches the campaigns that the settings name, once. */
@Component
@EnableConfigurationProperties(StartProperties.class)
class CampaignStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CampaignStart.class);

  private final StartProperties settings;
  private final Campaigns campaigns;
  private final Launch launch;

  CampaignStart(StartProperties settings, Campaigns campaigns, Launch launch) {
    this.settings = settings;
    this.campaigns = campaigns;
    this.launch = launch;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (var folder : settings.campaigns()) {
      var id = Path.of(folder).getFileName().toString();
      if (campaigns.find(id).isEmpty()) {
        launch.launch(onDisk(folder));
        LOG.info("campaign {} is being launched from {}", id, folder);
      }
    }
  }

  /** A roster is read from a file; the packaged sample is copied out for it. */
  private static Path onDisk(String folder) {
    if (Files.isDirectory(Path.of(folder))) {
      return Path.of(folder);
    }
    try {
      var copy = Files.createTempDirectory("xiaohao-campaign");
      for (var name : new String[] {"campaign.yaml", "roster.xlsx"}) {
        try (var content = new ClassPathResource(folder + "/" + name).getInputStream()) {
          Files.copy(content, copy.resolve(name));
        }
      }
      return copy;
    } catch (IOException missing) {
      throw new UncheckedIOException("没有找到活动文件夹 " + folder, missing);
    }
  }
}
