package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.Webhook;
import org.xiaohao.campaign.Plan.WebhookFormat;
import org.xiaohao.notification.Undelivered.Failure;

/**
 * To the webhooks of a campaign's plan: by https, or to this machine; follows no redirect, and
 * waits for nobody for long. Secrets come from the environment.
 */
@Component
@Order(2)
class WebhookCarrier implements Carrier {

  private static final int LONGEST_ANSWER = 10_000;
  private static final List<Integer> TOO_BUSY = List.of(408, 425, 429);

  /** What robots answer to too many messages a minute. */
  private static final List<Integer> ROBOT_TOO_BUSY = List.of(-1, 45009, 130101);

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

  /** One that does not answer is asked once per batch, whatever waits for it. */
  private final class Calls implements Run {

    private final Set<String> silent = new HashSet<>();

    @Override
    public void carry(OutboxRow row, Runnable last) throws Undelivered {
      last.run();
      var webhook = webhook(row);
      if (silent.contains(webhook.url())) {
        throw new Undelivered(Failure.TEMPORARY, "did not answer a moment ago");
      }
      try {
        call(webhook, row);
      } catch (IOException unreachable) {
        silent.add(webhook.url());
        throw new Undelivered(Failure.TEMPORARY, unreachable);
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

  private Webhook webhook(OutboxRow row) throws Undelivered {
    return campaigns.get(row.campaignId()).plan().mail().webhooks().stream()
        .filter(webhook -> webhook.id().equals(row.address()))
        .findFirst()
        .orElseThrow(() -> new Undelivered(Failure.BAD_ADDRESS, "no such webhook in the plan"));
  }

  private void call(Webhook webhook, OutboxRow row)
      throws Undelivered, IOException, InterruptedException {
    requireSafe(URI.create(webhook.url()));
    var message =
        new WebhookMessage(
            webhook, secret(webhook.tokenFrom()), secret(webhook.secretFrom()), json);
    var answer = http.send(message.request(row, clock.instant()), BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      check(webhook, answer, new String(body.readNBytes(LONGEST_ANSWER)));
    }
  }

  private static void requireSafe(URI address) throws Undelivered {
    var safe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && THIS_MACHINE.contains(Objects.toString(address.getHost())));
    if (!safe) {
      throw new Undelivered(Failure.BAD_ADDRESS, "neither https nor this machine");
    }
  }

  private @Nullable String secret(@Nullable String variable) throws Undelivered {
    if (variable == null) {
      return null;
    }
    var value = environment.getProperty(variable);
    if (value == null || value.isBlank()) {
      throw new Undelivered(Failure.TEMPORARY, "environment variable " + variable + " is not set");
    }
    return value;
  }

  private void check(Webhook webhook, HttpResponse<?> answer, String body) throws Undelivered {
    var code = answer.statusCode();
    if (code / 100 != 2) {
      var later = code / 100 == 5 || TOO_BUSY.contains(code);
      throw new Undelivered(later ? Failure.TEMPORARY : Failure.PERMANENT, "HTTP " + code);
    }
    if (webhook.format() != WebhookFormat.GENERIC) {
      checkRobot(body);
    }
  }

  /** Robots say 200 to everything, and what they mean in the body. */
  private void checkRobot(String body) throws Undelivered {
    try {
      var answer = json.readTree(body);
      var error = answer.path("errcode").asInt(-1);
      if (error != 0) {
        var later = ROBOT_TOO_BUSY.contains(error);
        throw new Undelivered(
            later ? Failure.TEMPORARY : Failure.PERMANENT,
            error + " " + answer.path("errmsg").asText());
      }
    } catch (JsonProcessingException noRobot) {
      throw new Undelivered(Failure.TEMPORARY, "answer is not JSON");
    }
  }
}
