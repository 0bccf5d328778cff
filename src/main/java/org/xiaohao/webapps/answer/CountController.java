package org.xiaohao.webapps.answer;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xiaohao.consultation.PublicCountService;

/** How many have answered, for everybody to see, where the office wants it: the number alone. */
@Controller
class CountController {

  private final PublicCountService counts;

  CountController(PublicCountService counts) {
    this.counts = counts;
  }

  @GetMapping("/answer/count")
  String consultation(@RequestParam String key, Model page) {
    return show(counts.consultation(key), "answer.count", page);
  }

  @GetMapping("/answer/poll/{code}/count")
  String poll(@PathVariable String code, Model page) {
    return show(counts.poll(code), "answer.count-poll", page);
  }

  private static String show(Optional<PublicCountService.Page> wanted, String words, Model page) {
    var shown = wanted.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.addAttribute("title", shown.title());
    page.addAttribute("words", words);
    page.addAttribute("count", shown.count());
    return "answer-count";
  }
}
