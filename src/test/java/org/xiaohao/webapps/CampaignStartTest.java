package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Launch;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What the server does at its start with the folders that the settings name. */
@CampaignTest
@ExtendWith(OutputCaptureExtension.class)
class CampaignStartTest {

  private static final Path SAMPLE = Path.of("campaigns/changzhi-2017");

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired Launch launch;

  @TempDir Path folder;

  /** One campaign runs already. */
  @BeforeEach
  void launch() {
    campaign.launch();
  }

  @Test
  void a_folder_is_launched_once_whatever_its_name(CapturedOutput log) throws IOException {
    var copy = copy("our-own", "changzhi-2017");

    start(copy);
    assertThat(ids()).containsExactlyInAnyOrder(campaign.id(), "changzhi-2017");
    assertThat(log).doesNotContain("没有启动");

    start(copy);
    assertThat(ids()).containsExactlyInAnyOrder(campaign.id(), "changzhi-2017");
    assertThat(log).contains("方案编号（id）“changzhi-2017”与已启动的活动相同");
  }

  @Test
  void a_campaign_that_runs_is_not_read_again(CapturedOutput log) {
    start(folder.resolve(campaign.id()));
    assertThat(ids()).containsExactly(campaign.id());
    assertThat(log).doesNotContain("没有");
  }

  @Test
  void a_faulty_folder_keeps_neither_the_server_nor_another_folder_from_starting(CapturedOutput log)
      throws IOException {
    var faulty = copy("faulty", "faulty");
    var plan = faulty.resolve("campaign.yaml");
    Files.writeString(
        plan,
        Files.readString(plan)
            .replaceFirst("director: \\S+", "director: nobody")
            .replace("quota: 20", "quota: -1"));
    var alone = copy("no-such-person", "no-such-person");
    plan = alone.resolve("campaign.yaml");
    Files.writeString(
        plan, Files.readString(plan).replaceFirst("director: \\S+", "director: nobody"));

    start(faulty, alone, folder.resolve("missing"), copy("good", "good"));

    assertThat(ids()).containsExactlyInAnyOrder(campaign.id(), "good");
    assertThat(log)
        .contains(faulty + "”中的活动没有启动", "“-1”超出范围")
        .contains(alone + "”中的活动没有启动", "名册中没有登录名“nobody”")
        .contains("没有找到活动文件夹“" + folder.resolve("missing"));
  }

  private void start(Path... folders) {
    var names = Stream.of(folders).map(Path::toString).toList();
    new CampaignStart(new StartProperties(names, List.of()), campaigns, launch)
        .run(new DefaultApplicationArguments());
  }

  private Path copy(String name, String id) throws IOException {
    var copy = Files.createDirectory(folder.resolve(name));
    var plan = Files.readString(SAMPLE.resolve("campaign.yaml"));
    Files.writeString(
        copy.resolve("campaign.yaml"), plan.replaceFirst("(?m)^id: .*$", "id: " + id));
    Files.copy(SAMPLE.resolve("roster.xlsx"), copy.resolve("roster.xlsx"));
    return copy;
  }

  private List<String> ids() {
    return campaigns.all().stream().map(Campaign::id).toList();
  }
}
