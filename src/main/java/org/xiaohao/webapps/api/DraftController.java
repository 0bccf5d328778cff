package org.xiaohao.webapps.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
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
import org.xiaohao.webapps.draft.Draft;
import org.xiaohao.webapps.draft.DraftService;
import org.xiaohao.webapps.draft.Drafts;

/** What the person who is logged in has typed into the form of a task; nobody else ever sees it. */
@RestController
@RequestMapping(Api.BASE + "/task/{task}/draft")
class DraftController {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("M月d日 HH:mm");

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

  /** Fields that were changed, with their values. */
  record Typed(@Nullable JsonNode content) {}

  /**
   * A draft as the page needs it.
   *
   * @param at when it was saved, to be told from another saving
   * @param time the same in local time, in words
   */
  record Kept(Instant at, String time, @JsonRawValue String content) {}

  /** Nothing where there is none. */
  @GetMapping
  ResponseEntity<Kept> find(@PathVariable String task) {
    var open = open(task);
    return drafts
        .find(open.id(), login.id())
        .map(draft -> ResponseEntity.ok(kept(draft)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PutMapping
  Kept save(@PathVariable String task, @RequestBody Typed typed) {
    if (typed.content() == null || !typed.content().isObject()) {
      throw new Refusal("webapps.request-unreadable");
    }
    return kept(service.save(open(task), login.id(), typed.content().toString()));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String task) {
    service.discard(task, login.id());
  }

  private Kept kept(Draft draft) {
    var zone = campaigns.of(draft.itemKey()).plan().zone();
    var saved = draft.savedAt().atZone(zone);
    var today = saved.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return new Kept(draft.savedAt(), (today ? TODAY : EARLIER).format(saved), draft.content());
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
