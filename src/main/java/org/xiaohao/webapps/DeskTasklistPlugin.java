package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-desk/app/plugin.js} into Tasklist: cards with lights, drafts
 * on the server, what is done, and who stands in. Public, as is its resource, because the webapps
 * find it by {@link java.util.ServiceLoader}.
 */
public final class DeskTasklistPlugin extends AbstractTasklistPlugin {

  static final String ID = "xiaohao-desk";

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
    return Set.of(DeskTasklistResource.class);
  }
}
