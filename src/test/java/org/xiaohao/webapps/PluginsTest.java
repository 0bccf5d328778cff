package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PluginsTest {

  @Test
  void tasklistFindsOurPluginsAndTheirFiles() {
    assertThat(ours(TasklistPlugin.class))
        .extracting(AppPlugin::getId)
        .containsExactlyInAnyOrder(
            "xiaohao-forms", "xiaohao-item", "xiaohao-desk", "xiaohao-clock", "xiaohao-bell");
    assertThat(ours(TasklistPlugin.class)).allSatisfy(PluginsTest::hasItsFiles);
  }

  @Test
  void cockpitFindsOurPluginsAndTheirFiles() {
    assertThat(ours(CockpitPlugin.class))
        .extracting(AppPlugin::getId)
        .containsExactlyInAnyOrder("xiaohao-board", "xiaohao-clock");
    assertThat(ours(CockpitPlugin.class)).allSatisfy(PluginsTest::hasItsFiles);
  }

  private static <P extends AppPlugin> List<P> ours(Class<P> type) {
    return StreamSupport.stream(ServiceLoader.load(type).spliterator(), false)
        .filter(plugin -> plugin.getClass().getPackageName().startsWith("org.xiaohao"))
        .toList();
  }

  private static void hasItsFiles(AppPlugin plugin) {
    assertThat(List.of("app/plugin.js", "app/plugin.css"))
        .allMatch(file -> new ClassPathResource(plugin.getAssetDirectory() + "/" + file).exists());
    assertThat(plugin.getResourceClasses()).hasSize(1);
  }
}
