package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-bell/app/plugin.js} into Tasklist: unread notices, how to be
 * told, private calendars, and for the office what left the house. Public, as is its resource,
 * because the webapps find it by {@link java.util.ServiceLoader}.
 */
public final class BellTasklistPlugin extends AbstractTasklistPlugin {

  static final String ID = "xiaohao-bell";

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
    return Set.of(BellTasklistResource.class);
  }
}
