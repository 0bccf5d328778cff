package org.xiaohao.webapps.api;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.simulation.SimulatedTime;

/** The hand on the simulated clock. A real campaign has none: there is no such address then. */
@RestController
@RequestMapping(Api.BASE + "/clock")
@ConditionalOnProperty("xiaohao.simulation.start")
class ClockController {

  private final SimulatedTime time;
  private final Campaigns campaigns;
  private final Login login;

  ClockController(SimulatedTime time, Campaigns campaigns, Login login) {
    this.time = time;
    this.campaigns = campaigns;
    this.login = login;
  }

  /**
   * What time it is.
   *
   * @param text in the zone of the simulation
   * @param movable whether the reader may move it
   */
  record ClockView(Instant now, String text, boolean movable) {}

  /** How far time is to move. */
  record Advance(SimulatedTime.Step by) {}

  @GetMapping
  ClockView now() {
    return view(time.now());
  }

  @PostMapping("/advance")
  ClockView advance(@RequestBody Advance wanted) {
    if (!movable()) {
      throw new Refusal("webapps.clock-office-only");
    }
    if (wanted.by() == null) {
      throw new Refusal("webapps.step-missing");
    }
    return view(login.asHouse(() -> time.advance(wanted.by())));
  }

  private ClockView view(Instant now) {
    return new ClockView(now, Api.moment(now, time.zone()), movable());
  }

  private boolean movable() {
    return login.isAdministrator()
        || campaigns.all().stream().anyMatch(campaign -> login.isOffice(campaign.id()));
  }
}
