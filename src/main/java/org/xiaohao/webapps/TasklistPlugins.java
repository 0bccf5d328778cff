package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * What we add to Tasklist: a plugin is {@code plugin-webapp/<id>/app/plugin.js} and {@code
 * plugin.css}, and a resource that serves these two files and nothing else. All are public because
 * the webapps find them by {@link java.util.ServiceLoader} and make a resource per request.
 */
public final class TasklistPlugins {

  private TasklistPlugins() {}

  private abstract static class Ours extends AbstractTasklistPlugin {

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

  /** Unread notices, how to be told, private calendars, and for the office what left the house. */
  public static final class Bell extends Ours {

    private static final String ID = "xiaohao-bell";

    /** Called once. */
    public Bell() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractTasklistPluginRootResource {

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
    public static final class Files extends AbstractTasklistPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }

  /** Cards with lights, drafts on the server, what is done, and who stands in. */
  public static final class Desk extends Ours {

    private static final String ID = "xiaohao-desk";

    /** Called once. */
    public Desk() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractTasklistPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }

  /** What a Camunda Form needs to be completed and to speak the reader's language. */
  public static final class Forms extends Ours {

    private static final String ID = "xiaohao-forms";

    /** Called once. */
    public Forms() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractTasklistPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }

  /** What an item is about and how it stands, its files, and all that a person owes. */
  public static final class Item extends Ours {

    private static final String ID = "xiaohao-item";

    /** Called once. */
    public Item() {
      super(ID, Files.class);
    }

    /** Its files. */
    @Path("plugin/" + ID)
    public static final class Files extends AbstractTasklistPluginRootResource {

      /** Called per request. */
      public Files() {
        super(ID);
      }
    }
  }
}
