package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-item/app/plugin.js} into Tasklist: what an item is about and
 * how it stands, its files, and all that a person owes. Public, as is its resource, because the
 * webapps find it by {@link java.util.ServiceLoader}.
 */
public final class ItemTasklistPlugin extends AbstractTasklistPlugin {

  static final String ID = "xiaohao-item";

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
    return Set.of(ItemTasklistResource.class);
  }
}
