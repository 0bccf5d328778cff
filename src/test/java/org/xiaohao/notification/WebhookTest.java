package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.xiaohao.campaign.Plan.Webhook;
import org.xiaohao.campaign.Plan.WebhookFormat;
import org.xiaohao.campaign.Plan.WebhookTopic;

class WebhookTest {

  private static final Instant NOW = Instant.parse("2017-03-27T00:00:00Z");
  private static final String SECRET = "s3cret";

  @Test
  void our_own_format_is_signed_with_its_moment() throws Exception {
    var message = message(WebhookFormat.GENERIC, "token", SECRET);
    var request = message.request(row("提醒", "正文"), NOW);
    var body = body(request);

    var moment = header(request, "X-Xiaohao-Timestamp");
    assertThat(moment).isEqualTo("1490572800");
    assertThat(header(request, "X-Xiaohao-Signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(hmac(moment + "." + body)));
    assertThat(header(request, "Authorization")).isEqualTo("Bearer token");
    assertThat(OutboxFixture.JSON.readTree(body).path("subject").asText()).isEqualTo("提醒");
    assertThat(header(message.request(row("提醒", "正文"), NOW.plusSeconds(60)), "X-Xiaohao-Delivery"))
        .isEqualTo(header(request, "X-Xiaohao-Delivery"));
  }

  @Test
  void a_robot_of_wecom_gets_text_that_it_can_take() throws Exception {
    var request =
        message(WebhookFormat.WECOM, "k&y", null).request(row("日报", "😀".repeat(2000)), NOW);
    var content = OutboxFixture.JSON.readTree(body(request)).at("/text/content").asText();

    assertThat(request.uri().toString()).isEqualTo("http://127.0.0.1:1/send?key=k%26y");
    assertThat(content).startsWith("日报\n😀").contains("😀…");
    assertThat(content.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
  }

  @Test
  void a_robot_of_dingtalk_is_signed_in_its_address() throws Exception {
    var request = message(WebhookFormat.DINGTALK, "abc", SECRET).request(row("日报", "正文"), NOW);

    var sign = Base64.getEncoder().encodeToString(hmac("1490572800000\n" + SECRET));
    assertThat(request.uri().getQuery())
        .isEqualTo("access_token=abc&timestamp=1490572800000&sign=" + sign);
    assertThat(OutboxFixture.JSON.readTree(body(request)).path("msgtype").asText())
        .isEqualTo("text");
  }

  private static WebhookMessage message(WebhookFormat format, String token, String secret) {
    var webhook =
        new Webhook("group", format, "http://127.0.0.1:1/send", null, null, WebhookTopic.ALL);
    return new WebhookMessage(webhook, token, secret, OutboxFixture.JSON);
  }

  private static OutboxRow row(String subject, String body) {
    return new OutboxRow(
        7,
        "webhook:group:a",
        Channel.WEBHOOK,
        "test-2017",
        "zhangsan",
        "张三",
        "group",
        subject,
        body,
        false,
        null,
        null,
        null,
        null,
        OutboxRow.State.QUEUED,
        0,
        NOW,
        NOW);
  }

  private static String header(HttpRequest request, String name) {
    return request.headers().firstValue(name).orElse("");
  }

  private static String body(HttpRequest request) throws Exception {
    return Bodies.read(request);
  }

  private static byte[] hmac(String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
