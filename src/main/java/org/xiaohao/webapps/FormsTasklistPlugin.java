package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-forms/app/plugin.js} into Tasklist: what a Camunda Form needs
 * to be completed and to speak Chinese. Public, as is its resource, because the webapps find it by
 * {@link java.util.ServiceLoader}.
 */
public final class FormsTasklistPlugin extends AbstractTasklistPlugin {

  static final String ID = "xiaohao-forms";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/" + ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(FormsTasklistResource.class);
  }
}
