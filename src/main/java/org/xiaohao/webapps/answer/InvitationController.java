package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiaohao.consultation.AnswerTokens;
import org.xiaohao.consultation.PublicCountService;
import org.xiaohao.consultation.RespondentService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.Typed;

/** Links and codes for respondents, to be sent or printed. They are shown when made only. */
@Controller
@RequestMapping("/consultations")
class InvitationController {

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 200;

  private final Desk desk;
  private final RespondentService respondents;
  private final AnswerTokens tokens;
  private final PublicCountService counts;
  private final AnswerProperties settings;

  InvitationController(
      Desk desk,
      RespondentService respondents,
      AnswerTokens tokens,
      PublicCountService counts,
      AnswerProperties settings) {
    this.desk = desk;
    this.respondents = respondents;
    this.tokens = tokens;
    this.counts = counts;
    this.settings = settings;
  }

  /**
   * An invitation to be handed out.
   *
   * @param code picture of the link
   */
  record Handout(String recipient, String link, String code) {}

  private record Token(String recipient, String token) implements Serializable {}

  private record Invited(List<Token> tokens) implements Serializable {}

  @GetMapping
  String list(Authentication person, Model page) {
    page.addAttribute("lines", desk.lines(person));
    page.addAttribute("polls", desk.polls(person));
    page.addAttribute("office", !desk.offices(person).isEmpty());
    return "consultations";
  }

  @GetMapping("/invite")
  String ask(
      @RequestParam String key,
      Authentication person,
      HttpServletRequest request,
      HttpSession session,
      Model page) {
    var typed = Typed.on(page);
    page.addAttribute("recipients", typed.getFirst("recipients"));
    page.addAttribute("unnamed", typed.getFirst("unnamed"));
    return show(desk.invites(person, key), request, session, page);
  }

  /** The page says who was invited, who has not answered, and where everybody sees the number. */
  private String show(Desk.Line line, HttpServletRequest request, HttpSession session, Model page) {
    page.addAttribute("line", line);
    page.addAttribute("slip", EntrySlips.of(session).issue());
    page.addAttribute("invited", tokens.invited(line.key()));
    page.addAttribute("missing", tokens.notAnswered(line.key()));
    if (counts.isShown(line.key())) {
      var link =
          UriComponentsBuilder.fromUriString(settings.house(request) + "/answer/count")
              .queryParam("key", line.key())
              .encode()
              .toUriString();
      page.addAttribute("count", link);
      page.addAttribute("picture", QrCode.dataUri(link));
    }
    return "consultation-invite";
  }

  /**
   * @param show whether everybody is to see how many have answered
   */
  @PostMapping("/count")
  String count(
      @RequestParam String key,
      @RequestParam boolean show,
      Authentication person,
      RedirectAttributes next) {
    desk.invites(person, key);
    counts.showConsultation(key, show, person.getName());
    next.addAttribute("key", key);
    return "redirect:/consultations/invite";
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
      @RequestParam(defaultValue = "") String slip,
      Authentication person,
      HttpServletRequest request,
      HttpSession session,
      Model page,
      RedirectAttributes next) {
    var line = desk.invites(person, key);
    try {
      EntrySlips.of(session)
          .once(
              slip,
              Invited.class,
              () ->
                  new Invited(
                      respondents.invite(key, names(recipients, unnamed), person.getName()).stream()
                          .map(one -> new Token(one.recipient(), one.token()))
                          .toList()));
    } catch (Refusal refusal) {
      page.addAttribute("failure", refusal.getMessage());
      page.addAttribute("recipients", recipients);
      page.addAttribute("unnamed", unnamed);
      return show(line, request, session, page);
    }
    next.addAttribute("key", key);
    next.addAttribute("slip", slip);
    return "redirect:/consultations/handouts";
  }

  /** What was just made; whoever made it may load the page again, until the session ends. */
  @GetMapping("/handouts")
  String handouts(
      @RequestParam String key,
      @RequestParam String slip,
      Authentication person,
      HttpServletRequest request,
      HttpSession session,
      Model page) {
    page.addAttribute("line", desk.invites(person, key));
    var invited = EntrySlips.of(session).result(slip, Invited.class);
    if (invited.isEmpty()) {
      return "redirect:/consultations";
    }
    page.addAttribute(
        "handouts",
        invited.get().tokens().stream()
            .map(one -> handout(one.recipient(), one.token(), request))
            .toList());
    return "consultation-handouts";
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
