package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiaohao.consultation.RespondentService;
import org.xiaohao.shared.Refusal;

/** Links and codes for respondents, to be sent or printed. They are shown once, when made. */
@Controller
@RequestMapping("/consultations")
class InvitationController {

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 200;

  private final Desk desk;
  private final RespondentService respondents;
  private final AnswerProperties settings;

  InvitationController(Desk desk, RespondentService respondents, AnswerProperties settings) {
    this.desk = desk;
    this.respondents = respondents;
    this.settings = settings;
  }

  /**
   * An invitation to be handed out.
   *
   * @param code picture of the link
   */
  record Handout(String recipient, String link, String code) {}

  @GetMapping
  String list(Authentication person, Model page) {
    page.addAttribute("lines", desk.lines(person));
    page.addAttribute("polls", desk.polls(person));
    page.addAttribute("office", !desk.offices(person).isEmpty());
    return "consultations";
  }

  @GetMapping("/invite")
  String ask(@RequestParam String key, Authentication person, Model page) {
    page.addAttribute("line", desk.invites(person, key));
    return "consultation-invite";
  }

  /**
   * @param recipients one for each line; those who come unnamed are not among them
   * @param unnamed how many links more, for whoever comes
   */
  @PostMapping("/invite")
  String invite(
      @RequestParam String key,
      @RequestParam(defaultValue = "") String recipients,
      @RequestParam(defaultValue = "0") int unnamed,
      Authentication person,
      HttpServletRequest request,
      Model page) {
    var line = desk.invites(person, key);
    page.addAttribute("line", line);
    try {
      var invited = respondents.invite(key, names(recipients, unnamed), person.getName());
      page.addAttribute(
          "handouts",
          invited.stream().map(i -> handout(i.recipient(), i.token(), request)).toList());
      return "consultation-handouts";
    } catch (Refusal refusal) {
      page.addAttribute("failure", refusal.getMessage());
      page.addAttribute("recipients", recipients);
      return "consultation-invite";
    }
  }

  private static List<String> names(String recipients, int unnamed) {
    var names = recipients.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (names.size() + Math.max(0, unnamed) == 0 || names.size() + unnamed > MOST) {
      throw new Refusal("handout.number", Integer.toString(MOST));
    }
    if (names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
      throw new Refusal("handout.name-long", Integer.toString(LONGEST_NAME));
    }
    return Stream.concat(names.stream(), Collections.nCopies(Math.max(0, unnamed), "").stream())
        .toList();
  }

  private Handout handout(String recipient, String token, HttpServletRequest request) {
    var link = settings.house(request) + "/answer/" + token;
    return new Handout(recipient, link, QrCode.dataUri(link));
  }
}
