package org.xiaohao.webapps.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;

/** The gates of the phases: overseers look at them, the office closes them. */
@RestController
@RequestMapping(Api.BASE)
class GateController {

  private final Login login;
  private final Campaigns campaigns;
  private final Gates gates;

  GateController(Login login, Campaigns campaigns, Gates gates) {
    this.login = login;
    this.campaigns = campaigns;
    this.gates = gates;
  }

  /** A phase to be closed, and why although something is missing. */
  record Closing(String campaign, String phase, boolean carryOver, @Nullable String reason) {}

  @GetMapping("/board/{campaign}/gate")
  Gates.View gate(@PathVariable String campaign, @RequestParam String phase) {
    login.requireOverseer(campaign);
    return gates.view(campaigns.get(campaign), phase);
  }

  @PostMapping("/office/close-phase")
  Gates.View close(@RequestBody Closing wanted) {
    login.requireOffice(wanted.campaign());
    var campaign = campaigns.get(wanted.campaign());
    var phase = Api.text(wanted.phase());
    gates.close(campaign, phase, wanted.carryOver(), Api.text(wanted.reason()));
    return gates.view(campaign, phase);
  }
}
