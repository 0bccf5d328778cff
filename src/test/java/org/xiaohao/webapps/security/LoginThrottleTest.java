package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.xiaohao.webapps.security.LoginProperties.Ldap;
import org.xiaohao.webapps.security.LoginProperties.Oidc;
import org.xiaohao.webapps.security.LoginProperties.Provider;
import org.xiaohao.webapps.security.LoginProperties.Throttle;

class LoginThrottleTest {

  private static final String HERE = "10.0.0.1";

  private Instant now = Instant.parse("2017-03-01T00:00:00Z");
  private final LoginThrottle throttle =
      new LoginThrottle(
          new LoginProperties(
              Provider.ENGINE,
              new Throttle(3, 10, Duration.ofMinutes(15), 100),
              new Ldap(null, "", ""),
              new Oidc("")),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  private void fails(String name, String address, int times) {
    for (var time = 0; time < times; time++) {
      throttle.begin(name, address);
    }
  }

  private void refused(String name, String address) {
    assertThatThrownBy(() -> throttle.begin(name, address)).isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void a_name_is_guessed_at_three_times_from_wherever() {
    fails("hanwei", HERE, 2);
    fails(" HanWei ", "10.0.0.2", 1);
    refused("hanwei", "10.0.0.3");
    throttle.begin("songwenbin", HERE);
  }

  @Test
  void after_a_while_it_is_heard_again() {
    fails("hanwei", HERE, 3);
    now = now.plus(Duration.ofMinutes(14));
    refused("hanwei", HERE);
    now = now.plus(Duration.ofMinutes(1));
    throttle.begin("hanwei", HERE);
  }

  @Test
  void whoever_is_refused_learns_how_long_to_wait() {
    fails("hanwei", HERE, 3);
    now = now.plus(Duration.ofMinutes(4)).plusSeconds(30);
    assertThatThrownBy(() -> throttle.begin("hanwei", HERE))
        .isInstanceOfSatisfying(
            TooManyAttempts.class,
            refusal -> {
              assertThat(refusal.seconds()).isEqualTo(630);
              assertThat(refusal.minutes()).isEqualTo(11);
            });
  }

  @Test
  void what_nobody_could_check_does_not_count() {
    for (var attempt = 0; attempt < 30; attempt++) {
      throttle.begin("hanwei", HERE);
      throttle.unanswered("hanwei", HERE);
    }
    throttle.begin("hanwei", HERE);
  }

  @Test
  void whoever_comes_in_has_a_clean_name_and_costs_the_address_nothing() {
    for (var day = 0; day < 30; day++) {
      fails("hanwei", HERE, 1);
      throttle.succeeded("hanwei", HERE);
    }
    fails("hanwei", HERE, 3);
    refused("hanwei", HERE);
  }

  @Test
  void an_address_that_tries_many_names_is_refused_whatever_the_name() {
    for (var name = 0; name < 10; name++) {
      throttle.begin("name" + name, HERE);
    }
    refused("another", HERE);
    throttle.begin("another", "10.0.0.2");
  }

  @Test
  void all_addresses_of_one_network_are_one() {
    for (var host = 1; host <= 10; host++) {
      throttle.begin("name" + host, "2001:db8:1:2::" + host);
    }
    refused("another", "2001:db8:1:2:ffff::1");
    throttle.begin("another", "2001:db8:1:3::1");
  }

  @Test
  void memory_does_not_grow_and_who_keeps_on_stays_known() {
    for (var stranger = 0; stranger < 1000; stranger++) {
      throttle.begin(stranger + "x".repeat(10_000), "192.0.2." + stranger);
      if (stranger < 3) {
        throttle.begin("hanwei", "10.0.0." + stranger);
      } else if (stranger % 10 == 0) {
        refused("hanwei", "10.0.0.9");
      }
    }
    assertThat(throttle.remembered()).isLessThanOrEqualTo(200);
  }
}
