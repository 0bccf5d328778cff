package org.xiaohao.webapps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;
import org.xiaohao.campaign.PlanReader;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

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

  /** A folder with errors keeps no other from being launched, nor the server from starting. */
  @Override
  public void run(ApplicationArguments arguments) {
    var language = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    try {
      settings.campaigns().forEach(this::start);
    } finally {
      LocaleContextHolder.setLocaleContext(language);
    }
  }

  private void start(String folder) {
    var name = String.valueOf(Path.of(folder).getFileName());
    if (campaigns.find(name).isPresent()) {
      return;
    }
    try {
      var files = onDisk(folder, name);
      var plan = new PlanReader().read(files.resolve("campaign.yaml")).plan();
      if (plan != null && campaigns.find(plan.id()).isPresent()) {
        LOG.warn(text("campaign.folder-known", folder, plan.id()));
      } else {
        LOG.info("campaign {} is being launched from {}", launch.launch(files).id(), folder);
      }
    } catch (Refusal faulty) {
      LOG.error(text("campaign.folder-not-launched", folder, faulty.getMessage()));
    } catch (IOException missing) {
      LOG.error(text("campaign.folder-missing", folder), missing);
    }
  }

  /** A roster is read from a file; the packaged sample is copied out for it. */
  private static Path onDisk(String folder, String name) throws IOException {
    if (Files.isDirectory(Path.of(folder))) {
      return Path.of(folder);
    }
    var copy = Files.createTempDirectory("xiaohao-campaign").resolve(name);
    Files.createDirectory(copy);
    for (var file : List.of("campaign.yaml", "roster.xlsx")) {
      try (var content = new ClassPathResource(folder + "/" + file).getInputStream()) {
        Files.copy(content, copy.resolve(file));
      }
    }
    return copy;
  }

  private static String text(String code, Object... arguments) {
    return Messages.text(Locale.SIMPLIFIED_CHINESE, code, arguments);
  }
}
