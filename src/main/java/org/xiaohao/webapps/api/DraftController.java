package org.xiaohao.webapps.api;

import java.time.Clock;
import org.camunda.bpm.engine.TaskService;
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
import org.xiaohao.engine.OpenTasks.Open;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.api.KeptDraft.Typed;
import org.xiaohao.webapps.draft.Draft;
import org.xiaohao.webapps.draft.DraftService;
import org.xiaohao.webapps.draft.Drafts;

/** What the person who is logged in has typed into the form of a task; nobody else ever sees it. */
@RestController
@RequestMapping(Api.BASE + "/task/{task}/draft")
class DraftController {

  private final Drafts drafts;
  private final DraftService service;
  private final Campaigns campaigns;
  private final TaskService tasks;
  private final TaskKeys keys;
  private final Login login;
  private final Clock clock;

  DraftController(
      Drafts drafts,
      DraftService service,
      Campaigns campaigns,
      TaskService tasks,
      TaskKeys keys,
      Login login,
      Clock clock) {
    this.drafts = drafts;
    this.service = service;
    this.campaigns = campaigns;
    this.tasks = tasks;
    this.keys = keys;
    this.login = login;
    this.clock = clock;
  }

  /** Nothing where there is none. */
  @GetMapping
  ResponseEntity<KeptDraft> find(@PathVariable String task) {
    var open = open(task);
    return drafts
        .find(open.id(), login.id())
        .map(draft -> ResponseEntity.ok(kept(draft)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PutMapping
  KeptDraft save(@PathVariable String task, @RequestBody Typed typed) {
    return kept(service.save(open(task), login.id(), typed.text()));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String task) {
    service.discard(task, login.id());
  }

  private KeptDraft kept(Draft draft) {
    return KeptDraft.of(
        draft.savedAt(),
        draft.content(),
        campaigns.of(draft.itemKey()).plan().zone(),
        clock.instant());
  }

  /** The engine shows people the tasks that they may work on, and no other. */
  private Open open(String id) {
    var task = tasks.createTaskQuery().taskId(id).singleResult();
    if (task == null) {
      throw new Refusal("webapps.task-unknown");
    }
    var key = keys.of(task).orElseThrow(() -> new Refusal("webapps.task-without-item-unknown"));
    return new Open(id, key, task.getTaskDefinitionKey(), task.getName(), null);
  }
}
