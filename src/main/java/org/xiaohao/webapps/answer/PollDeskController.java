package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.consultation.PollService;
import org.xiaohao.consultation.PublicCountService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.security.Typed;

/** For the office: opens and closes online polls, shows their address, and counts. */
@Controller
@RequestMapping("/consultations/poll")
class PollDeskController {

  private final Desk desk;
  private final PollService polls;
  private final PublicCountService counts;
  private final AnswerProperties settings;

  PollDeskController(
      Desk desk, PollService polls, PublicCountService counts, AnswerProperties settings) {
    this.desk = desk;
    this.polls = polls;
    this.counts = counts;
    this.settings = settings;
  }

  @GetMapping
  String show(
      @RequestParam String campaign,
      @RequestParam String id,
      Authentication person,
      HttpServletRequest request,
      Model page) {
    var line = desk.poll(person, campaign, id);
    page.addAttribute("poll", line);
    page.addAttribute("until", Typed.on(page).getFirst("until"));
    if (line.code() != null) {
      var link = settings.house(request) + "/answer/poll/" + line.code();
      page.addAttribute("link", link);
      page.addAttribute("picture", QrCode.dataUri(link));
      if (counts.isShown(line.code())) {
        page.addAttribute("count", link + "/count");
        page.addAttribute("countPicture", QrCode.dataUri(link + "/count"));
      }
    }
    return "consultation-poll";
  }

  @PostMapping("/open")
  String open(
      @RequestParam String campaign,
      @RequestParam String id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      Authentication person,
      RedirectAttributes next) {
    desk.poll(person, campaign, id);
    try {
      polls.open(campaign, id, until, person.getName());
    } catch (Refusal refusal) {
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    return back(campaign, id, next);
  }

  @PostMapping("/close")
  String close(
      @RequestParam String campaign,
      @RequestParam String id,
      Authentication person,
      RedirectAttributes next) {
    desk.poll(person, campaign, id);
    polls.close(campaign, id, person.getName());
    return back(campaign, id, next);
  }

  /**
   * @param show whether everybody is to see how many have answered
   */
  @PostMapping("/count")
  String count(
      @RequestParam String campaign,
      @RequestParam String id,
      @RequestParam boolean show,
      Authentication person,
      RedirectAttributes next) {
    desk.poll(person, campaign, id);
    try {
      counts.showPoll(campaign, id, show, person.getName());
    } catch (Refusal refusal) {
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    return back(campaign, id, next);
  }

  private static String back(String campaign, String id, RedirectAttributes next) {
    next.addAttribute("campaign", campaign);
    next.addAttribute("id", id);
    return "redirect:/consultations/poll";
  }
}
