package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class FormsTasklistPluginTest {

  @Test
  void tasklistFindsThePluginAndItsFiles() {
    assertThat(ServiceLoader.load(TasklistPlugin.class))
        .filteredOn(FormsTasklistPlugin.class::isInstance)
        .singleElement()
        .satisfies(
            plugin ->
                assertThat(new String[] {"app/plugin.js", "app/plugin.css"})
                    .allSatisfy(
                        file ->
                            assertThat(
                                    new ClassPathResource(plugin.getAssetDirectory() + "/" + file)
                                        .exists())
                                .isTrue()));
  }
}
