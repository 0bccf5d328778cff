package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.Plan.Webhook;
import org.xiaohao.campaign.Plan.WebhookFormat;
import org.xiaohao.notification.Undelivered.Failure;
import org.xiaohao.shared.Messages;

/**
 * To the webhooks of a campaign's plan: by https, or to this machine; follows no redirect, and
 * waits for nobody for long. Secrets come from the environment.
 */
@Component
@Order(2)
class WebhookCarrier implements Carrier {

  private static final int LONGEST_ANSWER = 10_000;
  private static final List<Integer> TOO_BUSY = List.of(408, 425, 429);

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Campaigns campaigns;
  private final Environment environment;
  private final ObjectMapper json;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  WebhookCarrier(Campaigns campaigns, Environment environment, ObjectMapper json, Clock clock) {
    this.campaigns = campaigns;
    this.environment = environment;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public Run open() {
    return new Calls();
  }

  /** One that does not answer, or takes no more, is asked once per batch, whatever waits for it. */
  private final class Calls implements Run {

    private final Map<String, String> silent = new HashMap<>();

    @Override
    public void carry(OutboxRow row, Runnable last) throws Undelivered {
      last.run();
      var plan = campaigns.get(row.campaignId()).plan();
      var webhook = webhook(plan, row);
      var where = plan.id() + ' ' + webhook.id();
      if (silent.containsKey(where)) {
        throw new Undelivered(Failure.TEMPORARY, silent.get(where));
      }
      try {
        var refused = call(plan, webhook, row);
        if (refused.isPresent()) {
          if (refused.get().isTooFast()) {
            silent.put(where, refused.get().failure(plan.language()).getMessage());
          }
          throw refused.get().failure(plan.language());
        }
      } catch (IOException unreachable) {
        var why =
            text(plan, "unreachable", new Undelivered(Failure.TEMPORARY, unreachable).getMessage());
        silent.put(where, why);
        throw new Undelivered(Failure.TEMPORARY, why);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        throw new Undelivered(Failure.CONNECTION, end);
      }
    }

    @Override
    public void close() {
      // each call has a connection of its own
    }
  }

  private static Webhook webhook(Plan plan, OutboxRow row) throws Undelivered {
    return plan.mail().webhooks().stream()
        .filter(webhook -> webhook.id().equals(row.address()))
        .findFirst()
        .orElseThrow(() -> new Undelivered(Failure.BAD_ADDRESS, text(plan, "unknown")));
  }

  /**
   * Says it to one of them.
   *
   * @return what a robot has against it; empty where it was taken
   */
  private Optional<RobotAnswer> call(Plan plan, Webhook webhook, OutboxRow row)
      throws Undelivered, IOException, InterruptedException {
    requireSafe(plan, URI.create(webhook.url()));
    var message =
        new WebhookMessage(
            webhook, secret(plan, webhook.tokenFrom()), secret(plan, webhook.secretFrom()), json);
    var answer = http.send(message.request(row, clock.instant()), BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      var text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
      requireTaken(plan, answer.statusCode());
      return webhook.format() == WebhookFormat.GENERIC
          ? Optional.empty()
          : Optional.of(robot(plan, text)).filter(said -> !said.isTaken());
    }
  }

  private static void requireSafe(Plan plan, URI address) throws Undelivered {
    var safe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && THIS_MACHINE.contains(Objects.toString(address.getHost())));
    if (!safe) {
      throw new Undelivered(Failure.BAD_ADDRESS, text(plan, "unsafe"));
    }
  }

  private @Nullable String secret(Plan plan, @Nullable String variable) throws Undelivered {
    if (variable == null) {
      return null;
    }
    var value = environment.getProperty(variable);
    if (value == null || value.isBlank()) {
      throw new Undelivered(Failure.TEMPORARY, text(plan, "no-secret", variable));
    }
    return value;
  }

  private static void requireTaken(Plan plan, int code) throws Undelivered {
    if (code / 100 != 2) {
      var later = code / 100 == 5 || TOO_BUSY.contains(code);
      throw new Undelivered(
          later ? Failure.TEMPORARY : Failure.PERMANENT,
          text(plan, later ? "later" : "refused", String.valueOf(code)));
    }
  }

  private RobotAnswer robot(Plan plan, String body) throws Undelivered {
    try {
      return RobotAnswer.of(body, json);
    } catch (JsonProcessingException noRobot) {
      throw new Undelivered(Failure.TEMPORARY, text(plan, "no-robot"));
    }
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "notification.webhook." + code, arguments);
  }
}
