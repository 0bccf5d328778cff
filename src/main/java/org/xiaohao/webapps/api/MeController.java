package org.xiaohao.webapps.api;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.simulation.SimulatedTime;

/** What every page needs to know first. */
@RestController
@RequestMapping(Api.BASE + "/me")
class MeController {

  private final Login login;
  private final Clock clock;
  private final Campaigns campaigns;
  private final ObjectProvider<SimulatedTime> simulated;

  MeController(
      Login login, Clock clock, Campaigns campaigns, ObjectProvider<SimulatedTime> simulated) {
    this.login = login;
    this.clock = clock;
    this.campaigns = campaigns;
    this.simulated = simulated;
  }

  /**
   * Who is logged in, and what time it is for the product.
   *
   * @param simulated whether that time can be moved
   * @param office whether the person belongs to the office of any campaign
   */
  record Me(String id, Instant now, boolean simulated, boolean office) {}

  @GetMapping
  Me me() {
    var office = campaigns.all().stream().anyMatch(campaign -> login.isOffice(campaign.id()));
    return new Me(login.id(), clock.instant(), simulated.getIfAvailable() != null, office);
  }
}
