package org.xiaohao.webapps.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.simulation.SimulatedTime;

/** The address at which time is moved exists on a simulated clock only. */
class ClockControllerTest {

  private final WebApplicationContextRunner server =
      new WebApplicationContextRunner()
          .withUserConfiguration(ClockController.class)
          .withBean(SimulatedTime.class, () -> mock(SimulatedTime.class))
          .withBean(Campaigns.class, () -> mock(Campaigns.class))
          .withBean(Login.class, () -> mock(Login.class));

  @Test
  void thereIsNoSuchAddressOnTheSystemsClock() {
    server.run(real -> assertThat(real).doesNotHaveBean(ClockController.class));
    server
        .withPropertyValues("xiaohao.simulation.start=2017-02-28T08:00")
        .run(simulated -> assertThat(simulated).hasSingleBean(ClockController.class));
  }
}
