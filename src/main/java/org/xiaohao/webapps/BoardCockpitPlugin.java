package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-board/app/plugin.js} into Cockpit: the board of the office,
 * and on an instance the item behind it. Public, as is its resource, because the webapps find it by
 * {@link java.util.ServiceLoader}.
 */
public final class BoardCockpitPlugin extends AbstractCockpitPlugin {

  static final String ID = "xiaohao-board";

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
    return Set.of(BoardCockpitResource.class);
  }
}
