package org.xiaohao.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms under names that are the same from an IDE and from a jar ({@code
 * processes/submission.bpmn}); unchanged sets are not deployed again.
 *
 * <p>The starter's own deployment takes absolute paths as names, leaves out forms, and would take
 * the models of tests along.
 */
@Component
class ModelDeployment extends AbstractCamundaConfiguration
    implements CamundaDeploymentConfiguration {

  private static final String[] PATTERNS = {"processes/*.bpmn", "processes/*.dmn", "forms/*.form"};

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
          found.add(classPath.getResource(folder + resource.getFilename()));
        }
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("models and forms cannot be read", unreadable);
    }
  }
}
