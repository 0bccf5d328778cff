package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/**
 * Serves the plugin's two files ({@code app/plugin.js}, {@code app/plugin.css}) and nothing else.
 */
@Path("plugin/" + ClockCockpitPlugin.ID)
public final class ClockCockpitResource extends AbstractCockpitPluginRootResource {

  /** Called by the web application per request. */
  public ClockCockpitResource() {
    super(ClockCockpitPlugin.ID);
  }
}
