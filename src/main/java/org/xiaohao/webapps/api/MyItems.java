package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.Groups;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;

/** All that the person who is logged in owes or owed: finished things, and things to come, too. */
@Component
class MyItems {

  private final Login login;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final ItemViews views;
  private final Lights lights;
  private final TaskService tasks;
  private final RuntimeService runtime;

  MyItems(
      Login login,
      Campaigns campaigns,
      Ledger ledger,
      ItemViews views,
      Lights lights,
      TaskService tasks,
      RuntimeService runtime) {
    this.login = login;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.views = views;
    this.lights = lights;
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** Of the campaigns that the person takes part in, the newest first. */
  List<ItemSummary> all() {
    var items =
        campaigns.all().stream()
            .filter(campaign -> login.groups().contains(Groups.staff(campaign.id())))
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

  private Stream<LedgerItem> owed(Campaign campaign) {
    return ledger.owedBy(campaign.id(), login.id(), units(campaign), branches(campaign)).stream();
  }

  /** Tasks that the person sees, by the key of their item. */
  private Map<String, String> tasksByKey(List<String> items) {
    var tasksByKey = new HashMap<String, String>();
    if (items.isEmpty()) {
      return tasksByKey;
    }
    var visible =
        tasks.createTaskQuery().processInstanceBusinessKeyIn(items.toArray(String[]::new)).list();
    var instances = visible.stream().map(Task::getProcessInstanceId).collect(toSet());
    if (!instances.isEmpty()) {
      var keys = new HashMap<String, String>();
      login
          .asHouse(() -> runtime.createProcessInstanceQuery().processInstanceIds(instances).list())
          .forEach(instance -> keys.put(instance.getId(), instance.getBusinessKey()));
      visible.forEach(
          task -> tasksByKey.putIfAbsent(keys.get(task.getProcessInstanceId()), task.getId()));
    }
    return tasksByKey;
  }

  private List<String> units(Campaign campaign) {
    return endings(Groups.liaison(campaign.id(), ""));
  }

  private List<String> branches(Campaign campaign) {
    return endings(Groups.secretary(campaign.id(), ""));
  }

  private List<String> endings(String prefix) {
    return login.groups().stream()
        .filter(group -> group.startsWith(prefix))
        .map(group -> group.substring(prefix.length()))
        .toList();
  }
}
