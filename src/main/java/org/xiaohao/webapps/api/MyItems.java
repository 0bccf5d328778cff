package org.xiaohao.webapps.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.ledger.Sight;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;

/**
 * All that the person who is logged in owes or owed, and what absent people owe whose deputy that
 * is: finished things, and things to come, too.
 */
@Component
public class MyItems {

  private final Login login;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Responsibles responsibles;
  private final Deputies deputies;
  private final ProblemList problems;
  private final ItemViews views;
  private final Lights lights;
  private final TaskService tasks;
  private final TaskKeys keys;

  MyItems(
      Login login,
      Campaigns campaigns,
      Ledger ledger,
      Responsibles responsibles,
      Deputies deputies,
      ProblemList problems,
      ItemViews views,
      Lights lights,
      TaskService tasks,
      TaskKeys keys) {
    this.login = login;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.responsibles = responsibles;
    this.deputies = deputies;
    this.problems = problems;
    this.views = views;
    this.lights = lights;
    this.tasks = tasks;
    this.keys = keys;
  }

  /** Of the campaigns that the person takes part in, the newest first. */
  public List<ItemSummary> all() {
    var items =
        campaigns.all().stream()
            .filter(campaign -> login.takesPart(campaign.id()))
            .flatMap(this::owed)
            .toList();
    var tasks = tasksByKey(items.stream().filter(LedgerItem::open).map(LedgerItem::key).toList());
    var lit = lights.of(items.stream().map(LedgerItem::key).toList());
    return items.stream()
        .map(
            item ->
                views.summary(
                    item, lit.getOrDefault(item.key(), Light.NONE), tasks.get(item.key())))
        .toList();
  }

  /** Problems that the person put on the list, whoever has to do with them now. */
  List<ItemSummary> raised() {
    return views.summaries(
        campaigns.all().stream()
            .filter(campaign -> login.takesPart(campaign.id()))
            .flatMap(campaign -> problems.raisedBy(campaign.id(), login.id()).stream())
            .flatMap(key -> ledger.find(key).stream())
            .toList());
  }

  private Stream<LedgerItem> owed(Campaign campaign) {
    var posts = login.posts(campaign.id());
    return Stream.concat(
            ledger
                .in(campaign.id(), Sight.owedBy(login.id(), posts.served(), posts.branches()))
                .stream(),
            deputies.absentFor(campaign.id(), login.id()).stream()
                .flatMap(absent -> owedFor(campaign, absent)))
        .distinct();
  }

  /** What an absent person owes, whose deputy the reader is. */
  private Stream<LedgerItem> owedFor(Campaign campaign, String absent) {
    return ledger.in(campaign.id(), Sight.owedBy(responsibles, campaign.id(), absent)).stream();
  }

  /** Tasks that the person sees, by the key of their item. */
  private Map<String, String> tasksByKey(List<String> items) {
    var tasksByKey = new HashMap<String, String>();
    if (items.isEmpty()) {
      return tasksByKey;
    }
    var visible =
        tasks.createTaskQuery().processInstanceBusinessKeyIn(items.toArray(String[]::new)).list();
    var keyOf = keys.of(visible);
    visible.forEach(
        task -> tasksByKey.putIfAbsent(keyOf.get(task.getProcessInstanceId()), task.getId()));
    return tasksByKey;
  }
}
