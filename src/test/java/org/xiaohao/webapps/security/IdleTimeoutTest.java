package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class IdleTimeoutTest {

  private final MockHttpSession session = new MockHttpSession();
  private long now;
  private final IdleTimeout filter = new IdleTimeout(() -> now);

  IdleTimeoutTest() {
    session.setMaxInactiveInterval(1800);
  }

  private void passes(Duration time, boolean attended) throws Exception {
    now += time.toNanos();
    var request = new MockHttpServletRequest();
    if (!session.isInvalid()) {
      request.setSession(session);
    }
    if (!attended) {
      request.addHeader(IdleTimeout.UNATTENDED, "true");
    }
    var chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).as("the chain answers, with or without a session").isNotNull();
  }

  @Test
  void a_page_that_asks_for_news_keeps_nobody_logged_in() throws Exception {
    passes(Duration.ZERO, true);
    for (var minute = 1; minute <= 30; minute++) {
      passes(Duration.ofMinutes(1), false);
      assertThat(session.isInvalid()).as("minute " + minute).isFalse();
    }
    passes(Duration.ofMinutes(1), false);
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void whoever_works_stays() throws Exception {
    for (var act = 0; act < 5; act++) {
      passes(Duration.ofMinutes(29), true);
      passes(Duration.ofSeconds(59), false);
    }
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void whoever_comes_back_too_late_logs_in_again() throws Exception {
    passes(Duration.ZERO, true);
    passes(Duration.ofMinutes(29), false);
    passes(Duration.ofMinutes(2), true);
    assertThat(session.isInvalid()).isTrue();
    passes(Duration.ZERO, true);
  }
}
