package org.xiaohao.webapps.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.briefing.Adoption;
import org.xiaohao.briefing.AdoptionService;
import org.xiaohao.briefing.Adoptions;
import org.xiaohao.ledger.LedgerItem;

/** The office notes which briefing took up what, and takes that back. */
@RestController
@RequestMapping(Api.BASE + "/office")
class AdoptionController {

  private final ItemAccess access;
  private final ItemViews views;
  private final AdoptionService service;
  private final Adoptions adoptions;
  private final Login login;

  AdoptionController(
      ItemAccess access,
      ItemViews views,
      AdoptionService service,
      Adoptions adoptions,
      Login login) {
    this.access = access;
    this.views = views;
    this.service = service;
    this.adoptions = adoptions;
    this.login = login;
  }

  /** Which briefing took it up. */
  record Adopted(String key, String briefing) {}

  /** Which briefing did not take it up after all. */
  record Withdrawn(String key, String briefing, String reason) {}

  @PostMapping("/adopt")
  ItemView adopt(@RequestBody Adopted wanted) {
    var item = ofOffice(wanted.key());
    var person = login.id();
    login.asHouse(() -> service.adopt(item.key(), Api.text(wanted.briefing()), person));
    return views.view(access.visible(wanted.key()));
  }

  @PostMapping("/withdraw-adoption")
  ItemView withdraw(@RequestBody Withdrawn wanted) {
    var item = ofOffice(wanted.key());
    var person = login.id();
    var briefing = Api.text(wanted.briefing());
    login.asHouse(() -> service.withdraw(item.key(), briefing, Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }

  /** Briefings that took it up. */
  @GetMapping("/adoptions")
  List<String> adoptions(@RequestParam String key) {
    return adoptions.of(ofOffice(key).key()).stream().map(Adoption::briefing).toList();
  }

  private LedgerItem ofOffice(String key) {
    var item = access.visible(key);
    login.requireOffice(item.campaignId());
    return item;
  }
}
