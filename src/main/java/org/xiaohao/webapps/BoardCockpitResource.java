package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/**
 * Serves the plugin's two files ({@code app/plugin.js}, {@code app/plugin.css}) and nothing else.
 */
@Path("plugin/" + BoardCockpitPlugin.ID)
public final class BoardCockpitResource extends AbstractCockpitPluginRootResource {

  /** Called by the web application per request. */
  public BoardCockpitResource() {
    super(BoardCockpitPlugin.ID);
  }
}
