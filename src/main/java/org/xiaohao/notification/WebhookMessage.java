package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Plan.Webhook;

/**
 * What is sent to a webhook, in its own format.
 *
 * @param token key of the robot; null for none
 * @param secret what signs; null where nothing is signed
 */
record WebhookMessage(
    Webhook webhook, @Nullable String token, @Nullable String secret, ObjectMapper json) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Bytes that a robot of WeCom takes as one text; DingTalk takes more. */
  private static final int LONGEST_TEXT = 2048;

  HttpRequest request(OutboxRow row, Instant now) {
    return switch (webhook.format()) {
      case GENERIC -> generic(row, now);
      case WECOM -> robot(row, token == null ? "" : "?key=" + encoded(token));
      case DINGTALK -> robot(row, dingTalk(now));
    };
  }

  /** The signature covers the moment, so that nobody can send it again later. */
  private HttpRequest generic(OutboxRow row, Instant now) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", row.key());
    body.put("campaign", row.campaignId());
    body.put("at", row.createdAt().toString());
    body.put("person", row.personId());
    body.put("subject", row.subject());
    body.put("text", row.body());
    body.put("red", row.red());
    body.put("item", row.itemKey());
    body.put("link", row.link());
    var text = write(body);
    var moment = String.valueOf(now.getEpochSecond());
    var request =
        post(webhook.url(), text)
            .header("X-Xiaohao-Timestamp", moment)
            .header("X-Xiaohao-Delivery", delivery(row));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (secret != null) {
      request.header(
          "X-Xiaohao-Signature", "sha256=" + HexFormat.of().formatHex(hmac(moment + "." + text)));
    }
    return request.build();
  }

  private HttpRequest robot(OutboxRow row, String query) {
    var content = row.subject() + "\n" + row.body().strip();
    var end = row.link() == null ? "" : "\n" + row.link();
    var room = LONGEST_TEXT - end.getBytes(StandardCharsets.UTF_8).length;
    var text = Map.of("content", cut(content, room) + end);
    return post(webhook.url() + query, write(Map.of("msgtype", "text", "text", text))).build();
  }

  private String dingTalk(Instant now) {
    var query = token == null ? "" : "&access_token=" + encoded(token);
    if (secret != null) {
      var moment = now.toEpochMilli();
      var sign = Base64.getEncoder().encodeToString(hmac(moment + "\n" + secret));
      query += "&timestamp=" + moment + "&sign=" + encoded(sign);
    }
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }

  private static HttpRequest.Builder post(String address, String body) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json; charset=UTF-8")
        .header("User-Agent", "xiaohao")
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
  }

  /** The same for every attempt: a receiver can drop the second one. */
  private static String delivery(OutboxRow row) {
    return UUID.nameUUIDFromBytes(row.key().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private byte[] hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = String.valueOf(secret).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** At most so many bytes, and no half character. */
  static String cut(String text, int bytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return text;
    }
    var room = bytes - "…".getBytes(StandardCharsets.UTF_8).length;
    var cut = new StringBuilder();
    for (var i = 0; i < text.length(); ) {
      var point = text.codePointAt(i);
      var character = Character.toString(point);
      room -= character.getBytes(StandardCharsets.UTF_8).length;
      if (room < 0) {
        break;
      }
      cut.append(character);
      i += Character.charCount(point);
    }
    return cut.append("…").toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
