package org.xiaohao.webapps.api;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.api.KeptDraft.Typed;
import org.xiaohao.webapps.draft.DraftService;
import org.xiaohao.webapps.draft.StartDraft;
import org.xiaohao.webapps.draft.StartDrafts;

/** What the reader has typed into the form that begins a process; nobody else ever sees it. */
@RestController
@RequestMapping(Api.BASE + "/process/{process}/draft")
class StartDraftController {

  private final StartDrafts drafts;
  private final DraftService service;
  private final RepositoryService repository;
  private final Campaigns campaigns;
  private final Login login;
  private final Clock clock;

  StartDraftController(
      StartDrafts drafts,
      DraftService service,
      RepositoryService repository,
      Campaigns campaigns,
      Login login,
      Clock clock) {
    this.drafts = drafts;
    this.service = service;
    this.repository = repository;
    this.campaigns = campaigns;
    this.login = login;
    this.clock = clock;
  }

  /** Nothing where there is none. */
  @GetMapping
  ResponseEntity<KeptDraft> find(@PathVariable String process) {
    return drafts
        .find(process, login.id())
        .map(draft -> ResponseEntity.ok(kept(draft)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PutMapping
  KeptDraft save(@PathVariable String process, @RequestBody Typed typed) {
    requireVisible(process);
    return kept(service.saveStart(process, login.id(), typed.text()));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String process) {
    service.discardStart(process, login.id());
  }

  /** The engine shows people the processes that they may begin, and no other. */
  private void requireVisible(String process) {
    if (repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .startablePermissionCheck()
            .count()
        == 0) {
      throw new Refusal("webapps.process-unknown");
    }
  }

  private KeptDraft kept(StartDraft draft) {
    return KeptDraft.of(draft.savedAt(), draft.content(), zone(), clock.instant());
  }

  /** What is not begun yet belongs to no campaign: that of the newest one. */
  private ZoneId zone() {
    return campaigns.all().stream()
        .findFirst()
        .map(campaign -> campaign.plan().zone())
        .orElse(ZoneOffset.UTC);
  }
}
