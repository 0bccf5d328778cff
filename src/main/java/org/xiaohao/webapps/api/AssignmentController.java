package org.xiaohao.webapps.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Assignment.To;
import org.xiaohao.supervision.AssignmentCareService;

/** Tasks of the leading group are given to somebody else, by the group itself or the office. */
@RestController
@RequestMapping(Api.BASE + "/office/assignment")
class AssignmentController {

  private final ItemAccess access;
  private final ItemViews views;
  private final AssignmentCareService care;
  private final Rosters rosters;
  private final Login login;

  AssignmentController(
      ItemAccess access,
      ItemViews views,
      AssignmentCareService care,
      Rosters rosters,
      Login login) {
    this.access = access;
    this.views = views;
    this.care = care;
    this.rosters = rosters;
    this.login = login;
  }

  /** Who does it from now on ({@code UNIT/arts}), and why. */
  record Wanted(String key, @Nullable String choice, @Nullable String reason) {}

  /** One of several. */
  record Choice(String label, String value) {}

  /** The office, all units, and the people of the unit that has it now. */
  @GetMapping("/choices")
  List<Choice> choices(@RequestParam String key) {
    var item = access.managed(key);
    var campaign = item.campaignId();
    var unit = item.unitId();
    var people =
        unit == null
            ? Stream.<Choice>empty()
            : rosters.peopleOf(campaign, unit).stream()
                .filter(person -> !person.id().equals(item.personId()))
                .map(
                    person ->
                        new Choice(
                            person.name() + " · " + person.post(), To.PERSON + "/" + person.id()));
    var units =
        rosters.units(campaign).stream()
            .map(one -> new Choice(one.name(), To.UNIT + "/" + one.id()));
    var office = Stream.of(new Choice(Api.word("ledger.office"), To.OFFICE + "/"));
    return Stream.of(people, units, office).flatMap(choices -> choices).toList();
  }

  @PostMapping("/reassign")
  ItemView reassign(@RequestBody Wanted wanted) {
    access.managed(wanted.key());
    var person = login.id();
    var choice = Api.text(wanted.choice());
    var slash = choice.indexOf('/');
    var to =
        Stream.of(To.values())
            .filter(one -> slash > 0 && one.name().equals(choice.substring(0, slash)))
            .findFirst()
            .orElseThrow(() -> new Refusal("webapps.choice-unknown"));
    login.asHouse(
        () ->
            care.reassign(
                wanted.key(), to, choice.substring(slash + 1), Api.text(wanted.reason()), person));
    return views.view(access.visible(wanted.key()));
  }
}
