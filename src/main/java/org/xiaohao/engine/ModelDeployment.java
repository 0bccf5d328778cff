package org.xiaohao.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms under names that are the same from an IDE and from a jar ({@code
 * processes/submission.bpmn}); unchanged sets are not deployed again. A decision table in a folder
 * of the office's, {@code processes} beside the jar if nothing else is set, takes the place of the
 * one inside: an office may change when a light goes on without building anything.
 *
 * <p>The starter's own deployment takes absolute paths as names, leaves out forms, and would take
 * the models of tests along.
 */
@Component
@EnableConfigurationProperties(TableProperties.class)
class ModelDeployment extends AbstractCamundaConfiguration
    implements CamundaDeploymentConfiguration {

  private static final String[] PATTERNS = {"processes/*.bpmn", "processes/*.dmn", "forms/*.form"};

  /** Models belong to the code that serves them; tables are rules, and the office's. */
  private static final String EDITABLE = ".dmn";

  private final Path tables;

  ModelDeployment(TableProperties properties) {
    this.tables = properties.folder();
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    configuration.setDeploymentName("models");
    configuration.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    var classPath = new DefaultResourceLoader();
    var scan = new PathMatchingResourcePatternResolver();
    var found = new LinkedHashSet<Resource>();
    try {
      for (var pattern : PATTERNS) {
        var folder = pattern.substring(0, pattern.indexOf('/') + 1);
        for (var resource : scan.getResources("classpath:" + pattern)) {
          var name = folder + resource.getFilename();
          var edited = tables.resolve(String.valueOf(resource.getFilename()));
          found.add(
              name.endsWith(EDITABLE) && Files.exists(edited)
                  ? new EditedTable(edited, name)
                  : classPath.getResource(name));
        }
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("models and forms cannot be read", unreadable);
    }
  }
}
