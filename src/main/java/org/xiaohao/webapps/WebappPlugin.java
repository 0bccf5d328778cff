package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.webapp.plugin.spi.impl.AbstractAppPlugin;

/**
 * What we add to one of the engine's web applications: {@code plugin-webapp/<id>/app/plugin.js} and
 * {@code plugin.css}, and a resource that serves these two files and nothing else.
 */
abstract class WebappPlugin extends AbstractAppPlugin {

  private final String id;
  private final Class<?> files;

  /**
   * @param files resource that serves the files
   */
  WebappPlugin(String id, Class<?> files) {
    this.id = id;
    this.files = files;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/" + id;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(files);
  }
}
