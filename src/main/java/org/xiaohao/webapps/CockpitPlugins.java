package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;

/**
 * What we add to Cockpit. All are public because the webapps find them by {@link
 * java.util.ServiceLoader} and make a resource per request.
 */
public final class CockpitPlugins {

  private CockpitPlugins() {}

  private abstract static class Ours extends WebappPlugin implements CockpitPlugin {

    Ours(String id, Class<?> files) {
      super(id, files);
    }

    /** No queries of ours: the board asks the read side. */
    @Override
    public List<String> getMappingFiles() {
      return List.of();
    }
  }

  /** The board of the office, and on an instance the item behind it. */
  public static final class Board extends Ours {

    private static final String ID = "xiaohao-board";

    /** Called once. */
    public Board() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractCockpitPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }

  /** The simulated time, and for the office the hand on it. */
  public static final class Clock extends Ours {

    private static final String ID = "xiaohao-clock";

    /** Called once. */
    public Clock() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractCockpitPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }
}
