package org.xiaohao.webapps.phone;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.api.ItemAccess;
import org.xiaohao.webapps.api.OfferedTasks;
import org.xiaohao.webapps.api.OwnerActs;
import org.xiaohao.webapps.security.Typed;

/** The list of somebody's items, and what can be done with one beyond its form. */
@Controller
@RequestMapping("/m")
class PhoneController {

  private final PhoneList list;
  private final PhoneItems items;
  private final ItemAccess access;
  private final OfferedTasks offered;
  private final OwnerActs acts;

  PhoneController(
      PhoneList list, PhoneItems items, ItemAccess access, OfferedTasks offered, OwnerActs acts) {
    this.list = list;
    this.items = items;
    this.access = access;
    this.offered = offered;
    this.acts = acts;
  }

  @GetMapping
  String list(Model page) {
    page.addAttribute("lists", list.read());
    return "phone-list";
  }

  /** An item; with the form of its task, where that waits for the reader. */
  @GetMapping("/item")
  String item(@RequestParam String key, Model page) {
    var item = access.visible(key);
    var typed = Typed.on(page);
    if (typed.containsKey("reason")) {
      page.addAttribute("reason", typed.getFirst("reason"));
      page.addAttribute("until", typed.getFirst("until"));
    }
    items.show(item, offered.ofItem(key).orElse(null), page);
    return "phone-item";
  }

  @PostMapping("/withdraw")
  String withdraw(@RequestParam String key, RedirectAttributes next) {
    return done(key, "phone.withdrawn", next, () -> acts.withdraw(key));
  }

  @PostMapping("/extension")
  String extension(
      @RequestParam String key,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    next.addFlashAttribute("reason", reason);
    next.addFlashAttribute("until", until);
    return done(
        key,
        "phone.extension-asked",
        next,
        () -> acts.askExtension(key, day(until), reason.strip()));
  }

  /** The page of the item again, saying what was done or why not. */
  private static String done(String key, String what, RedirectAttributes next, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute("said", what);
    } catch (Refusal refusal) {
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    next.addAttribute("key", key);
    return "redirect:/m/item";
  }

  private static LocalDate day(String sent) {
    try {
      return LocalDate.parse(sent.strip());
    } catch (DateTimeParseException unreadable) {
      throw new Refusal("webapps.day-missing");
    }
  }
}
