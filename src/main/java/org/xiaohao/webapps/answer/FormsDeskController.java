package org.xiaohao.webapps.answer;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.consultation.Validity;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** For the office: the forms of a unit, and whether each of them counts (A8). */
@Controller
@RequestMapping("/consultations/forms")
class FormsDeskController {

  private final Desk desk;
  private final ConsultationService service;

  FormsDeskController(Desk desk, ConsultationService service) {
    this.desk = desk;
    this.service = service;
  }

  @GetMapping
  String show(@RequestParam String key, Authentication person, Locale locale, Model page) {
    var line = desk.judges(person, key);
    page.addAttribute("line", line);
    page.addAttribute("forms", desk.forms(line));
    page.addAttribute(
        "words",
        Stream.of(Validity.values())
            .collect(Collectors.toMap(Function.identity(), word -> word(locale, word))));
    return "consultation-forms";
  }

  /** Strikes a form out that the rules let pass, or counts one that they did not. */
  @PostMapping
  String judge(
      @RequestParam String key,
      @RequestParam int number,
      @RequestParam boolean counts,
      @RequestParam String reason,
      Authentication person,
      RedirectAttributes next) {
    desk.judges(person, key);
    try {
      var validity = counts ? Validity.VALID : Validity.STRUCK_OUT;
      service.overrule(key, number, validity, reason.strip(), person.getName());
      next.addFlashAttribute(counts ? "restored" : "struck", number);
    } catch (Refusal refusal) {
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    next.addAttribute("key", key);
    return "redirect:/consultations/forms";
  }

  private static String word(Locale locale, Validity validity) {
    var word = validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Messages.text(locale, "consultation.validity." + word);
  }
}
