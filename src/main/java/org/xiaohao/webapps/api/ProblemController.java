package org.xiaohao.webapps.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.rectification.HandoverService;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.ProblemAct;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.rectification.ProblemChoices;
import org.xiaohao.rectification.ProblemChoices.Choice;
import org.xiaohao.rectification.ProblemList;

/** What the office does with problems beside the tasks of their process. */
@RestController
@RequestMapping(Api.BASE + "/office/problem")
class ProblemController {

  private final ItemAccess access;
  private final ItemViews views;
  private final ProblemCareService care;
  private final HandoverService handover;
  private final ProblemList problems;
  private final ProblemChoices choices;
  private final Login login;

  ProblemController(
      ItemAccess access,
      ItemViews views,
      ProblemCareService care,
      HandoverService handover,
      ProblemList problems,
      ProblemChoices choices,
      Login login) {
    this.access = access;
    this.views = views;
    this.care = care;
    this.handover = handover;
    this.problems = problems;
    this.choices = choices;
    this.login = login;
  }

  /** Whom or what an act names, and why it is done. */
  record Named(String key, @Nullable String choice, @Nullable String reason) {}

  /** What a problem is split into, a part per line, and why. */
  record Split(String key, @Nullable String parts, @Nullable String reason) {}

  /** What kind of problem it is, how grave and how pressing, from 1 to 3, and why. */
  record Rated(
      String key, @Nullable String choice, int weight, int urgency, @Nullable String reason) {}

  /** Why a problem is taken up again. */
  record Reopening(String key, @Nullable String reason) {}

  /** Does something in the name of a person. */
  private interface Act {
    void by(String person);
  }

  @GetMapping("/choices")
  List<Choice> choices(@RequestParam String key, @RequestParam ProblemAct act) {
    requireOffice(key);
    return choices.of(act, problems.get(key));
  }

  @PostMapping("/reassign")
  ItemView reassign(@RequestBody Named wanted) {
    return decided(
        wanted.key(),
        by ->
            handover.reassign(
                wanted.key(), Api.text(wanted.choice()), Api.text(wanted.reason()), by));
  }

  @PostMapping("/owner")
  ItemView owner(@RequestBody Named wanted) {
    return decided(
        wanted.key(),
        by ->
            handover.nameOwner(
                wanted.key(), Api.text(wanted.choice()), Api.text(wanted.reason()), by));
  }

  @PostMapping("/verifier")
  ItemView verifier(@RequestBody Named wanted) {
    return decided(
        wanted.key(),
        by ->
            handover.nameVerifier(
                wanted.key(), Api.text(wanted.choice()), Api.text(wanted.reason()), by));
  }

  @PostMapping("/rate")
  ItemView rate(@RequestBody Rated wanted) {
    var kind = Api.text(wanted.choice());
    var rating = new Rating(kind.isEmpty() ? null : kind, wanted.weight(), wanted.urgency());
    return decided(
        wanted.key(), by -> care.rate(wanted.key(), rating, Api.text(wanted.reason()), by));
  }

  @PostMapping("/merge")
  ItemView merge(@RequestBody Named wanted) {
    return decided(
        wanted.key(),
        by ->
            care.merge(
                wanted.key(), Api.text(wanted.choice()), Api.text(wanted.reason()), false, by));
  }

  @PostMapping("/split")
  ItemView split(@RequestBody Split wanted) {
    var parts =
        Api.text(wanted.parts())
            .lines()
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    return decided(
        wanted.key(), by -> care.split(wanted.key(), parts, Api.text(wanted.reason()), by));
  }

  @PostMapping("/reopen")
  ItemView reopen(@RequestBody Reopening wanted) {
    return decided(
        wanted.key(), by -> care.reopen(wanted.key(), Api.text(wanted.reason()), false, by));
  }

  private ItemView decided(String key, Act act) {
    requireOffice(key);
    var person = login.id();
    login.asHouse(() -> act.by(person));
    return views.view(access.visible(key));
  }

  private void requireOffice(String key) {
    login.requireOffice(access.visible(key).campaignId());
  }
}
