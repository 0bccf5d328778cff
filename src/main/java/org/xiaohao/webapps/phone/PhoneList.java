package org.xiaohao.webapps.phone;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;
import org.xiaohao.webapps.api.ItemSummary;
import org.xiaohao.webapps.api.MyItems;
import org.xiaohao.webapps.api.OfferedTasks;
import org.xiaohao.webapps.api.OfferedTasks.Offered;

/** What the person who is logged in has to do, waits for, and has done. */
@Component
class PhoneList {

  /** More than anybody scrolls through on a phone. */
  private static final int MOST = 100;

  private final OfferedTasks offered;
  private final MyItems myItems;
  private final Ledger ledger;
  private final Lights lights;
  private final Campaigns campaigns;
  private final PhoneWords words;
  private final Clock clock;

  PhoneList(
      OfferedTasks offered,
      MyItems myItems,
      Ledger ledger,
      Lights lights,
      Campaigns campaigns,
      PhoneWords words,
      Clock clock) {
    this.offered = offered;
    this.myItems = myItems;
    this.ledger = ledger;
    this.lights = lights;
    this.campaigns = campaigns;
    this.words = words;
    this.clock = clock;
  }

  /**
   * A task to be done.
   *
   * @param step what is to be done
   * @param title of the item; empty for a task that is about none
   * @param unit that it counts for; empty for none
   * @param due until when, ready to be read; empty for no limit
   */
  record Line(
      String task, String step, String title, String unit, String due, boolean late, Light light) {}

  /** The three lists. */
  record Lists(List<Line> todo, List<ItemSummary> waiting, List<ItemSummary> done) {}

  Lists read() {
    var tasks = offered.all(MOST);
    var keys = new HashSet<String>();
    tasks.forEach(task -> keys.add(task.key()));
    var items =
        ledger.items(keys).stream().collect(Collectors.toMap(LedgerItem::key, Function.identity()));
    var lit = lights.of(keys);
    var mine = myItems.all();
    return new Lists(
        tasks.stream().map(task -> line(task, items.get(task.key()), lit)).toList(),
        mine.stream()
            .filter(item -> item.open() && !keys.contains(item.key()))
            .limit(MOST)
            .toList(),
        mine.stream().filter(ItemSummary::done).limit(MOST).toList());
  }

  private Line line(Offered task, @Nullable LedgerItem item, Map<String, Light> lit) {
    var colon = task.name().indexOf('：');
    var late = task.due() != null && task.due().isBefore(clock.instant());
    var due = task.key().isEmpty() ? "" : words.moment(campaigns.of(task.key()), task.due());
    if (item == null) {
      return new Line(task.task(), task.name(), "", "", due, late, Light.NONE);
    }
    var campaign = campaigns.get(item.campaignId());
    return new Line(
        task.task(),
        colon < 0 ? task.name() : task.name().substring(0, colon),
        item.title(),
        words.unit(campaign, item.unitId()),
        due,
        late,
        lit.getOrDefault(task.key(), Light.NONE));
  }
}
