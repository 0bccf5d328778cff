package org.xiaohao.webapps.answer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.Consultations;

/** How many have answered, for everybody to see, where the office wants it: the number alone. */
@Controller
class CountController {

  private final Consultations consultations;
  private final ConsultationForms forms;
  private final AnswerProperties settings;

  CountController(Consultations consultations, ConsultationForms forms, AnswerProperties settings) {
    this.consultations = consultations;
    this.forms = forms;
    this.settings = settings;
  }

  @GetMapping("/answer/count")
  String count(@RequestParam String key, Model page) {
    var consultation =
        consultations
            .find(key)
            .filter(row -> settings.publicCount())
            .filter(row -> row.state() != Consultation.State.PLANNED)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.addAttribute("title", consultation.title());
    page.addAttribute("count", forms.valid(key));
    return "answer-count";
  }
}
