package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * What we add to Cockpit: a plugin is {@code plugin-webapp/<id>/app/plugin.js} and {@code
 * plugin.css}, and a resource that serves these two files and nothing else. All are public because
 * the webapps find them by {@link java.util.ServiceLoader} and make a resource per request.
 */
public final class CockpitPlugins {

  private CockpitPlugins() {}

  private abstract static class Ours extends AbstractCockpitPlugin {

    private final String id;
    private final Class<?> files;

    Ours(String id, Class<?> files) {
      this.id = id;
      this.files = files;
    }

    @Override
    public String getId() {
      return id;
    }

    @Override
    public String getAssetDirectory() {
      return "plugin-webapp/" + id;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
      return Set.of(files);
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
