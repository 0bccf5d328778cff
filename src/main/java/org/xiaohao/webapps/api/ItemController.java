package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.rectification.ProblemCareService;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.submission.SubmissionService;

/** Items as their owners and reviewers see them, and what owners may do with them. */
@RestController
@RequestMapping(Api.BASE)
class ItemController {

  private final ItemAccess access;
  private final ItemViews views;
  private final MyItems myItems;
  private final SubmissionService submissions;
  private final ProblemCareService problems;
  private final Remarks remarks;
  private final DeputyService deputies;
  private final Login login;

  ItemController(
      ItemAccess access,
      ItemViews views,
      MyItems myItems,
      SubmissionService submissions,
      ProblemCareService problems,
      Remarks remarks,
      DeputyService deputies,
      Login login) {
    this.access = access;
    this.views = views;
    this.myItems = myItems;
    this.submissions = submissions;
    this.problems = problems;
    this.remarks = remarks;
    this.deputies = deputies;
    this.login = login;
  }

  /** What is taken back. */
  record Withdrawal(String key) {}

  /** How much more time is asked for, and why. */
  record ExtensionAsked(String key, LocalDate until, String reason) {}

  /** An opinion that goes on the problem list: its item, and its number there. */
  record Listing(String key, int number) {}

  @GetMapping("/items")
  List<ItemSummary> mine() {
    return myItems.all();
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
    var person = login.id();
    var item = access.visible(wanted.key());
    login.asHouse(() -> submissions.withdraw(wanted.key(), person));
    acted(item, "withdraw");
    return item(wanted.key());
  }

  @PostMapping("/item/extension")
  ItemView askExtension(@RequestBody ExtensionAsked wanted) {
    var person = login.id();
    var item = access.visible(wanted.key());
    var until = Api.day(wanted.until());
    var reason = Api.text(wanted.reason());
    login.asHouse(
        () -> {
          if (Thing.of(item) == Thing.PROBLEM) {
            problems.askExtension(item.key(), until, reason, person);
          } else {
            submissions.askExtension(item.key(), until, reason, person);
          }
        });
    acted(item, "askExtension");
    return item(wanted.key());
  }

  @PostMapping("/item/list-problem")
  ItemView listProblem(@RequestBody Listing wanted) {
    var person = login.id();
    var item = access.visible(wanted.key());
    login.asHouse(() -> remarks.list(item, wanted.number(), person));
    acted(item, "listProblem");
    return item(wanted.key());
  }

  /** What a deputy did is noted as done for the absent person. */
  private void acted(LedgerItem item, String what) {
    deputies.acted(item.campaignId(), item.key(), what, login.id(), access.owners(item));
  }
}
