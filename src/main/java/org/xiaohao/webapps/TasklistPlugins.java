package org.xiaohao.webapps;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/**
 * What we add to Tasklist. All are public because the webapps find them by {@link
 * java.util.ServiceLoader} and make a resource per request.
 */
public final class TasklistPlugins {

  private TasklistPlugins() {}

  /** Unread notices, how to be told, private calendars, and for the office what left the house. */
  public static final class Bell extends WebappPlugin implements TasklistPlugin {

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
  public static final class Clock extends WebappPlugin implements TasklistPlugin {

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
  public static final class Desk extends WebappPlugin implements TasklistPlugin {

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
  public static final class Forms extends WebappPlugin implements TasklistPlugin {

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
  public static final class Item extends WebappPlugin implements TasklistPlugin {

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
