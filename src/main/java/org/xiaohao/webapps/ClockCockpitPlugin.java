package org.xiaohao.webapps;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Brings {@code plugin-webapp/xiaohao-clock/app/plugin.js} into Cockpit: the simulated time, and
 * for the office the hand on it. Public, as is its resource, because the webapps find it by {@link
 * java.util.ServiceLoader}.
 */
public final class ClockCockpitPlugin extends AbstractCockpitPlugin {

  static final String ID = "xiaohao-clock";

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
    return Set.of(ClockCockpitResource.class);
  }
}
