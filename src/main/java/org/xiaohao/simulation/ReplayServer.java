package org.xiaohao.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.util.FileSystemUtils;

/** Starts the application for a replay: without web server, job executor and mail. */
public final class ReplayServer {

  private ReplayServer() {}

  /**
   * @param application main class of the application
   * @param start where the clock stands at first
   * @param zone zone of {@code start}
   * @param keep file in which the database is kept, attachments and mails beside it; null: nothing
   *     outlives the context
   * @return the context, to be closed by the caller; it holds {@link Replay}
   */
  public static ConfigurableApplicationContext start(
      Class<?> application, LocalDateTime start, ZoneId zone, @Nullable Path keep) {
    if (keep != null) {
      var database = keep.toAbsolutePath();
      return start(
          application,
          start,
          zone,
          Map.of(
              "spring.datasource.url",
                  "jdbc:h2:file:" + database + ";QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=0",
              "xiaohao.attachment.folder", database + "-files",
              "xiaohao.notification.folder", database + "-mails"));
    }
    try {
      var files = Files.createTempDirectory("replay");
      var settings =
          Map.of(
              "xiaohao.attachment.folder", files.resolve("files").toString(),
              "xiaohao.notification.folder", files.resolve("mails").toString());
      var context = start(application, start, zone, settings);
      context.addApplicationListener(
          (ApplicationListener<ContextClosedEvent>) closed -> delete(files));
      return context;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The same on a database of one's own.
   *
   * @param more further settings
   */
  public static ConfigurableApplicationContext start(
      Class<?> application, LocalDateTime start, ZoneId zone, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("spring.profiles.active", "replay");
    settings.put("xiaohao.simulation.start", start.toString());
    settings.put("xiaohao.simulation.zone", zone.getId());
    return new SpringApplicationBuilder(application).run(arguments(settings));
  }

  private static void delete(Path files) {
    try {
      FileSystemUtils.deleteRecursively(files);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As arguments they are stronger than the settings of any file. */
  private static String[] arguments(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }
}
