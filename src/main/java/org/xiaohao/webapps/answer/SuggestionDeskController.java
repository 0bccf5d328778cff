package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.rectification.OpenSuggestionService;
import org.xiaohao.rectification.SuggestionPage;
import org.xiaohao.rectification.SuggestionPages;
import org.xiaohao.shared.Refusal;

/** For the office: opens and closes the page for suggestions, and shows its address. */
@Controller
@RequestMapping("/suggestions")
class SuggestionDeskController {

  private final Desk desk;
  private final SuggestionPages pages;
  private final OpenSuggestionService suggestions;
  private final AnswerProperties settings;

  SuggestionDeskController(
      Desk desk,
      SuggestionPages pages,
      OpenSuggestionService suggestions,
      AnswerProperties settings) {
    this.desk = desk;
    this.pages = pages;
    this.suggestions = suggestions;
    this.settings = settings;
  }

  /**
   * A campaign with its page.
   *
   * @param link null while it never was opened
   * @param picture the same for cameras
   */
  record Line(
      String campaign,
      String title,
      boolean open,
      @Nullable String link,
      @Nullable String picture) {}

  @GetMapping
  String show(Authentication person, HttpServletRequest request, Model page) {
    page.addAttribute("lines", lines(person, settings.house(request)));
    return "suggestions";
  }

  @PostMapping("/open")
  String open(@RequestParam String campaign, Authentication person, RedirectAttributes next) {
    try {
      suggestions.open(campaign, person.getName());
    } catch (Refusal refusal) {
      next.addFlashAttribute("failure", refusal.getMessage());
    }
    return "redirect:/suggestions";
  }

  @PostMapping("/close")
  String close(@RequestParam String campaign, Authentication person) {
    suggestions.close(campaign, person.getName());
    return "redirect:/suggestions";
  }

  private List<Line> lines(Authentication person, String house) {
    var lines = desk.offices(person).stream().map(campaign -> line(campaign, house)).toList();
    if (lines.isEmpty()) {
      throw new Refusal("answer.suggest.office-only");
    }
    return lines;
  }

  private Line line(Campaign campaign, String house) {
    var page = pages.of(campaign.id());
    var link = page.map(one -> house + "/answer/suggest/" + one.code()).orElse(null);
    return new Line(
        campaign.id(),
        campaign.plan().title(),
        page.filter(SuggestionPage::open).isPresent(),
        link,
        link == null ? null : QrCode.dataUri(link));
  }
}
