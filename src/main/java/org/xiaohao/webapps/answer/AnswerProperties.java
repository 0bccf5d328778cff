package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Settings {@code xiaohao.answer.*}.
 *
 * @param perAddress how many forms one address may send within a window
 * @param window of the limit
 * @param pollPerAddress how many answers to online polls one address may send within a window of
 *     their own: the page is open to everybody
 * @param pollWindow of that limit
 * @param remembered addresses kept in memory at most
 * @param shortest how long a person needs at least to fill in a form
 * @param secret signs the forms; the same on all nodes, of 16 characters at least. Null: a random
 *     one, so that a form that was open during a restart has to be sent twice
 * @param address under which respondents reach the application, without a slash at the end; null:
 *     the one under which the page for invitations was opened
 */
@ConfigurationProperties("xiaohao.answer")
record AnswerProperties(
    @DefaultValue("60") int perAddress,
    @DefaultValue("10m") Duration window,
    @DefaultValue("30") int pollPerAddress,
    @DefaultValue("1h") Duration pollWindow,
    @DefaultValue("20000") int remembered,
    @DefaultValue("3s") Duration shortest,
    @Nullable String secret,
    @Nullable String address) {

  private static final int SHORTEST_SECRET = 16;

  AnswerProperties {
    if (secret != null && secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "xiaohao.answer.secret: at least " + SHORTEST_SECRET + " characters");
    }
  }

  /** What links for respondents begin with. */
  String house(HttpServletRequest request) {
    return address != null
        ? address
        : ServletUriComponentsBuilder.fromContextPath(request).toUriString();
  }
}
