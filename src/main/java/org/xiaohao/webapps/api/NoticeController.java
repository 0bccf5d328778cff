package org.xiaohao.webapps.api;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Bell;
import org.xiaohao.notification.Choice;
import org.xiaohao.notification.Choices;
import org.xiaohao.shared.Refusal;

/** The bell: notices of the person who is logged in, and how that person wants to be told. */
@RestController
@RequestMapping(Api.BASE)
class NoticeController {

  private static final int LATEST = 50;

  private final Bell bell;
  private final Choices choices;
  private final Campaigns campaigns;
  private final ItemWords words;
  private final TaskService tasks;
  private final Login login;

  NoticeController(
      Bell bell,
      Choices choices,
      Campaigns campaigns,
      ItemWords words,
      TaskService tasks,
      Login login) {
    this.bell = bell;
    this.choices = choices;
    this.campaigns = campaigns;
    this.words = words;
    this.tasks = tasks;
    this.login = login;
  }

  /**
   * A notice as the page shows it.
   *
   * @param at local time of the plan
   */
  record NoticeView(
      long id,
      String subject,
      String text,
      boolean red,
      @Nullable String link,
      String at,
      boolean unread) {}

  /** The newest notices, and how many of all are unread. */
  record NoticesView(int unread, Choice choice, List<NoticeView> notices) {}

  /** How many are unread. */
  record Count(int unread) {}

  /** The last one that was read. */
  record Read(long upTo) {}

  /** How somebody wants to be told. */
  record Chosen(@Nullable Choice choice) {}

  /** The task that waits for an item; null where none does, for this person. */
  record TaskOfItem(@Nullable String task) {}

  @GetMapping("/notices/count")
  Count count() {
    return new Count(bell.unread(login.id()));
  }

  @GetMapping("/notices")
  NoticesView latest() {
    var notices = bell.latest(login.id(), LATEST).stream().map(this::view).toList();
    return new NoticesView(bell.unread(login.id()), choices.of(login.id()), notices);
  }

  @PostMapping("/notices/read")
  Count read(@RequestBody Read wanted) {
    bell.readUpTo(login.id(), wanted.upTo());
    return count();
  }

  @PostMapping("/notices/choice")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@RequestBody Chosen wanted) {
    if (wanted.choice() == null) {
      throw new Refusal("webapps.choice-missing");
    }
    choices.choose(login.id(), wanted.choice());
  }

  /** Where a link in a mail leads: the engine shows people the tasks that they may work on. */
  @GetMapping("/item-task")
  TaskOfItem task(@RequestParam String key) {
    return new TaskOfItem(
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .orderByDueDate()
            .asc()
            .list()
            .stream()
            .map(task -> task.getId())
            .findFirst()
            .orElse(null));
  }

  private NoticeView view(Bell.Ring ring) {
    return new NoticeView(
        ring.id(),
        ring.subject(),
        ring.text(),
        ring.red(),
        ring.link(),
        words.moment(campaigns.get(ring.campaignId()), ring.at()),
        ring.readAt() == null);
  }
}
