package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.api.OfferedTasks.Offered;
import org.xiaohao.webapps.api.TaskActs;
import org.xiaohao.webapps.security.Typed;

/**
 * A task on a phone: one form for text and files, so that nothing typed is lost when a file is
 * added.
 */
@Controller
@RequestMapping("/m/task/{id}")
class PhoneTaskController {

  private static final String REMOVE = "remove:";

  private final PhoneItems items;
  private final PhoneFiles files;
  private final PhoneDrafts drafts;
  private final TaskActs acts;
  private final ObjectMapper json;

  PhoneTaskController(
      PhoneItems items, PhoneFiles files, PhoneDrafts drafts, TaskActs acts, ObjectMapper json) {
    this.items = items;
    this.files = files;
    this.drafts = drafts;
    this.acts = acts;
    this.json = json;
  }

  @GetMapping
  String task(@PathVariable String id, Model page) {
    var task = items.task(id);
    var typed = Typed.on(page);
    if (!typed.isEmpty()) {
      page.addAttribute(PhoneItems.SENT, typed);
    }
    items.show(items.item(task), task, page);
    return "phone-item";
  }

  /** What is typed so far, sent by the page itself now and then. */
  @PostMapping("/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var task = items.task(id);
    drafts.keep(task, items.form(task), sent);
  }

  /**
   * @param act {@code submit}, {@code save}, {@code discard}, {@code upload}, or {@code remove:}
   *     and the id of a file
   * @param sent the fields of the form, each under its name behind {@link PhoneForms#PREFIX}
   */
  @PostMapping
  String act(
      @PathVariable String id,
      @RequestParam(defaultValue = "submit") String act,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "file", required = false) List<MultipartFile> chosen,
      RedirectAttributes next)
      throws IOException {
    try {
      var task = items.task(id);
      if (act.equals("discard")) {
        drafts.discard(task);
        return page(id, next);
      }
      drafts.keep(task, items.form(task), sent);
      if (act.equals("save")) {
        next.addFlashAttribute("said", "phone.draft-saved");
        return page(id, next);
      }
      changeFiles(task, act, chosen == null ? List.of() : chosen, next);
      if (act.equals("submit")) {
        return submit(task, sent, next);
      }
    } catch (Refusal refusal) {
      if (isOver(refusal)) {
        next.addFlashAttribute("said", "phone.over");
        return "redirect:/m";
      }
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    return again(id, sent, next);
  }

  private void changeFiles(
      Offered task, String act, List<MultipartFile> chosen, RedirectAttributes next)
      throws IOException {
    var item = items.item(task);
    if (item == null) {
      return;
    }
    if (act.startsWith(REMOVE)) {
      files.remove(item, act.substring(REMOVE.length()));
      next.addFlashAttribute("said", "phone.file-removed");
    } else if (files.add(item, chosen) > 0) {
      next.addFlashAttribute("said", "phone.file-added");
    } else if (act.equals("upload")) {
      throw new Refusal("phone.file-missing");
    }
  }

  private String submit(Offered task, MultiValueMap<String, String> sent, RedirectAttributes next) {
    var answers = PhoneAnswers.of(items.form(task), sent);
    if (!answers.faults().isEmpty()) {
      next.addFlashAttribute("faults", answers.faults());
      return again(task.task(), sent, next);
    }
    acts.complete(task.task(), variables(answers.fields()));
    var item = items.item(task);
    next.addFlashAttribute("said", "phone.submitted");
    next.addFlashAttribute("what", item == null ? task.name() : item.title());
    next.addFlashAttribute("settled", task.task());
    return "redirect:/m";
  }

  /** The same page, with all that was filled in. */
  private static String again(
      String id, MultiValueMap<String, String> sent, RedirectAttributes next) {
    next.addFlashAttribute(PhoneItems.SENT, new LinkedMultiValueMap<>(sent));
    return page(id, next);
  }

  private static String page(String id, RedirectAttributes next) {
    next.addAttribute("id", id);
    return "redirect:/m/task/{id}";
  }

  /** Lists and groups go as JSON, as Tasklist sends them. */
  private Map<String, Object> variables(Map<String, Object> fields) {
    var variables = new HashMap<String, Object>();
    fields.forEach(
        (name, value) ->
            variables.put(
                name,
                value instanceof Map || value instanceof List
                    ? SpinValues.jsonValue(json.valueToTree(value).toString()).create()
                    : value));
    return variables;
  }

  /** Whether the task has gone meanwhile: there is no page of it to come back to. */
  private static boolean isOver(Refusal refusal) {
    return List.of("webapps.task-unknown", TaskActs.GONE, TaskActs.TAKEN).contains(refusal.code());
  }
}
