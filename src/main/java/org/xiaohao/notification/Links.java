package org.xiaohao.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where links in notices lead. */
@Component
public class Links {

  private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

  private final String base;

  Links(NotificationProperties settings) {
    base = settings.baseUrl().toString().replaceAll("/+$", "");
  }

  /** A task in Tasklist; all of Tasklist where there is no such task (any more). */
  public String task(@Nullable String taskId) {
    return taskId == null
        ? tasklist()
        : base + TASKLIST + "?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
  }

  /** The task that waits for an item, whichever it is by then; found by the bell's plugin. */
  public String item(String key) {
    return base + TASKLIST + "?item=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  /** Tasklist. */
  public String tasklist() {
    return base + TASKLIST;
  }

  /** A private calendar address. */
  public String calendar(String token) {
    return base + "/calendar/" + token + ".ics";
  }
}
