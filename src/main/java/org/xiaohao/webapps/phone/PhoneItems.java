package org.xiaohao.webapps.phone;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.api.ItemViews;
import org.xiaohao.webapps.api.OfferedTasks;
import org.xiaohao.webapps.api.OfferedTasks.Offered;
import org.xiaohao.webapps.api.TaskActs;

/** Fills the page of an item, of a task, or of both. */
@Component
class PhoneItems {

  /** Where the page finds what was filled in before. */
  static final String SENT = "sent";

  private final OfferedTasks offered;
  private final Ledger ledger;
  private final ItemViews views;
  private final TaskFormReader forms;
  private final PhoneFiles files;
  private final PhoneDrafts drafts;

  PhoneItems(
      OfferedTasks offered,
      Ledger ledger,
      ItemViews views,
      TaskFormReader forms,
      PhoneFiles files,
      PhoneDrafts drafts) {
    this.offered = offered;
    this.ledger = ledger;
    this.views = views;
    this.forms = forms;
    this.files = files;
    this.drafts = drafts;
  }

  /**
   * A task that waits for the reader.
   *
   * @throws Refusal if there is none (any more), or it is none of theirs
   */
  Offered task(String id) {
    return offered.find(id).orElseThrow(() -> new Refusal("webapps.task-unknown"));
  }

  /** Its form. */
  TaskForm form(Offered task) {
    return forms.of(task.task()).orElseThrow(() -> new Refusal(TaskActs.GONE));
  }

  /** What a task is about; null for a task about a phase or the campaign. */
  @Nullable LedgerItem item(Offered task) {
    return ledger.find(task.key()).orElse(null);
  }

  void show(@Nullable LedgerItem item, @Nullable Offered task, Model page) {
    if (item != null) {
      page.addAttribute("item", views.view(item));
      page.addAttribute("files", files.of(item));
    }
    if (task != null) {
      page.addAttribute("task", task);
      page.addAttribute("form", form(task, page));
    }
    page.addAttribute("title", item == null ? task == null ? "" : task.name() : item.title());
  }

  /** With what was sent just now, else with what was kept before. */
  private PhoneForm form(Offered task, Model page) {
    var form = form(task);
    var sent = sent(page);
    var draft = drafts.find(task).orElse(null);
    if (draft == null) {
      return PhoneForms.of(form, sent);
    }
    page.addAttribute("draft", draft);
    return PhoneForms.of(sent == null ? drafts.restored(form, draft) : form, sent);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable MultiValueMap<String, String> sent(Model page) {
    return (MultiValueMap<String, String>) page.getAttribute(SENT);
  }
}
