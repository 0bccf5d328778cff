package org.xiaohao.simulation;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.xiaohao.campaign.Plan;

/** Starts the application for a replay: without web server, job executor and mail. */
public final class ReplayServer {

  private ReplayServer() {}

  /**
   * @param application main class of the application
   * @param start where the clock stands at first, in the zone of the plan
   * @param keep file in which the database is kept; null: in memory, gone with the context
   * @return the context, to be closed by the caller; it holds {@link Replay}
   */
  public static ConfigurableApplicationContext start(
      Class<?> application, Plan plan, LocalDateTime start, @Nullable Path keep) {
    var settings = new HashMap<String, Object>();
    settings.put("spring.profiles.active", "replay");
    settings.put("xiaohao.simulation.start", start.toString());
    settings.put("xiaohao.simulation.zone", plan.zone().getId());
    if (keep != null) {
      settings.put("spring.datasource.url", "jdbc:h2:file:" + keep.toAbsolutePath());
    }
    return new SpringApplicationBuilder(application).run(arguments(settings));
  }

  /** As arguments they are stronger than the settings of any file. */
  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }
}
