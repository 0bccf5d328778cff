package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.benchmark.FieldVisit;

/** Items as their owners and reviewers see them, and what owners may do with them. */
@RestController
@RequestMapping(Api.BASE)
class ItemController {

  private final ItemAccess access;
  private final ItemViews views;
  private final MyItems myItems;
  private final OwnerActs acts;

  ItemController(ItemAccess access, ItemViews views, MyItems myItems, OwnerActs acts) {
    this.access = access;
    this.views = views;
    this.myItems = myItems;
    this.acts = acts;
  }

  /** What is taken back. */
  record Withdrawal(String key) {}

  /** How much more time is asked for, and why. */
  record ExtensionAsked(String key, LocalDate until, String reason) {}

  /** A session whose preparation is corrected. */
  record Reopening(String key) {}

  /** A field visit of a unit. */
  record Visit(String key, LocalDate day, String place, String visitors, String learned) {}

  /** An opinion that goes on the problem list: its item, and its number there. */
  record Listing(String key, int number) {}

  /** What a self-check found: in which report, by which of the checks, and what it is. */
  record Finding(String key, @Nullable String source, @Nullable String text) {}

  @GetMapping("/items")
  List<ItemSummary> mine() {
    return myItems.all();
  }

  @GetMapping("/items/raised")
  List<ItemSummary> raised() {
    return myItems.raised();
  }

  @GetMapping("/item")
  ItemView item(@RequestParam String key) {
    return views.view(access.visible(key));
  }

  @GetMapping("/task/{task}/item")
  ItemView ofTask(@PathVariable String task) {
    return views.view(access.ofTask(task));
  }

  @PostMapping("/item/withdraw")
  ItemView withdraw(@RequestBody Withdrawal wanted) {
    acts.withdraw(wanted.key());
    return item(wanted.key());
  }

  @PostMapping("/item/extension")
  ItemView askExtension(@RequestBody ExtensionAsked wanted) {
    acts.askExtension(wanted.key(), Api.day(wanted.until()), Api.text(wanted.reason()));
    return item(wanted.key());
  }

  @PostMapping("/item/reopen")
  ItemView reopen(@RequestBody Reopening wanted) {
    acts.reopen(wanted.key());
    return item(wanted.key());
  }

  @PostMapping("/item/visit")
  ItemView tellOfVisit(@RequestBody Visit told) {
    acts.tellOfVisit(
        told.key(),
        new FieldVisit(
            Api.text(told.place()),
            Api.day(told.day()),
            Api.text(told.visitors()),
            Api.text(told.learned())));
    return item(told.key());
  }

  @PostMapping("/item/finding")
  ItemView listFinding(@RequestBody Finding found) {
    acts.listFinding(found.key(), Api.text(found.source()), Api.text(found.text()));
    return item(found.key());
  }

  @PostMapping("/item/list-problem")
  ItemView listProblem(@RequestBody Listing wanted) {
    acts.listProblem(wanted.key(), wanted.number());
    return item(wanted.key());
  }
}
