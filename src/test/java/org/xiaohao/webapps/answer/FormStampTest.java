package org.xiaohao.webapps.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormStampTest {

  private static final Instant START = Instant.parse("2017-04-01T08:00:00Z");

  private static FormStamp at(Duration later, String secret) {
    var settings =
        new AnswerProperties(
            1, Duration.ZERO, 1, Duration.ZERO, 1, Duration.ofSeconds(3), secret, null);
    return new FormStamp(settings, Clock.fixed(START.plus(later), ZoneOffset.UTC));
  }

  private static FormStamp at(Duration later) {
    return at(later, "a-secret-of-our-own");
  }

  @Test
  void a_person_needs_a_few_seconds_and_has_a_day() {
    var stamp = at(Duration.ZERO).make("page");
    assertThat(at(Duration.ofMillis(2999)).isPersons("page", stamp)).isFalse();
    assertThat(at(Duration.ofSeconds(3)).isPersons("page", stamp)).isTrue();
    assertThat(at(Duration.ofHours(24)).isPersons("page", stamp)).isTrue();
    assertThat(at(Duration.ofHours(25)).isPersons("page", stamp)).isFalse();
  }

  @Test
  void a_stamp_cannot_be_made_moved_or_taken_from_another_page() {
    var now = at(Duration.ofMinutes(1));
    var stamp = at(Duration.ZERO).make("page");
    assertThat(now.isPersons("other", stamp)).isFalse();
    assertThat(now.isPersons("page", "1" + stamp)).isFalse();
    assertThat(now.isPersons("page", stamp.replaceFirst("-.", "-x"))).isFalse();
    assertThat(now.isPersons("page", at(Duration.ZERO, "another-secret-of-them").make("page")))
        .isFalse();
    for (var odd : new String[] {"", "-", "x-y", "99999999999999999999-a", "-5-a"}) {
      assertThat(now.isPersons("page", odd)).as(odd).isFalse();
    }
  }
}
