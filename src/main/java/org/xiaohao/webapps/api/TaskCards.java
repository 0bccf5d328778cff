package org.xiaohao.webapps.api;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.shared.Refusal;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.Slips;

/**
 * What the cards of a list of tasks say beside the name: unit, state and light, for all visible
 * cards in one request. So a morning on which ten thousand lights turn writes nothing for them.
 */
@RestController
@RequestMapping(Api.BASE + "/task-cards")
class TaskCards {

  /** More than any list shows at once. */
  private static final int MOST = 100;

  private final TaskService tasks;
  private final TaskKeys keys;
  private final Ledger ledger;
  private final Lights lights;
  private final Slips slips;
  private final Campaigns campaigns;
  private final ItemWords words;

  TaskCards(
      TaskService tasks,
      TaskKeys keys,
      Ledger ledger,
      Lights lights,
      Slips slips,
      Campaigns campaigns,
      ItemWords words) {
    this.tasks = tasks;
    this.keys = keys;
    this.ledger = ledger;
    this.lights = lights;
    this.slips = slips;
    this.campaigns = campaigns;
    this.words = words;
  }

  /**
   * What a card says.
   *
   * @param task id of the task
   * @param title title of the item
   * @param party unit or branch that it counts for, else the office
   * @param light NONE, BLUE, YELLOW or RED
   * @param lightWord the light in words; null for none
   */
  record Card(
      String task,
      String title,
      String party,
      String stateCode,
      String state,
      Light light,
      @Nullable String lightWord) {}

  /** Cards of those tasks that the reader sees and that are about an item or a slip. */
  @GetMapping
  List<Card> cards(@RequestParam("task") List<String> ids) {
    if (ids.size() > MOST) {
      throw new Refusal("webapps.request-unreadable");
    }
    var visible = tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
    if (visible.isEmpty()) {
      return List.of();
    }
    var keyOf = keys.of(visible);
    var items =
        ledger.items(Set.copyOf(keyOf.values())).stream()
            .collect(toMap(LedgerItem::key, item -> item, (one, same) -> one));
    var lit = lights.of(items.keySet());
    var others = new HashSet<>(keyOf.values());
    others.removeAll(items.keySet());
    var issued = slips.of(others).stream().collect(toMap(Slip::key, Function.identity()));
    // Most cards of a list count for the same unit.
    var parties = new HashMap<String, String>();
    return visible.stream()
        .map(
            task -> {
              var key = keyOf.get(task.getProcessInstanceId());
              var item = items.get(key);
              if (item != null) {
                return card(task, item, lit.getOrDefault(item.key(), Light.NONE), parties);
              }
              var slip = issued.get(key);
              return slip == null ? null : card(task, slip);
            })
        .filter(Objects::nonNull)
        .toList();
  }

  private Card card(Task task, LedgerItem item, Light light, Map<String, String> parties) {
    var campaign = campaigns.get(item.campaignId());
    var party =
        parties.computeIfAbsent(
            item.campaignId() + "/" + item.unitId() + "/" + item.branchId(),
            any -> words.party(campaign, item));
    return new Card(
        task.getId(), item.title(), party, item.state(), words.state(item), light, word(light));
  }

  private Card card(Task task, Slip slip) {
    return new Card(
        task.getId(),
        slip.mark(),
        words.unitOf(campaigns.get(slip.campaignId()), slip.personId()),
        slip.state().name(),
        Api.word("webapps.slip." + slip.state()),
        slip.light(),
        word(slip.light()));
  }

  private static @Nullable String word(Light light) {
    return light == Light.NONE ? null : Api.word("webapps.light." + light);
  }
}
