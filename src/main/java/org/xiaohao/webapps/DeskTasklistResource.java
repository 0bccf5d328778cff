package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * Serves the plugin's two files ({@code app/plugin.js}, {@code app/plugin.css}) and nothing else.
 */
@Path("plugin/" + DeskTasklistPlugin.ID)
public final class DeskTasklistResource extends AbstractTasklistPluginRootResource {

  /** Called by the web application per request. */
  public DeskTasklistResource() {
    super(DeskTasklistPlugin.ID);
  }
}
