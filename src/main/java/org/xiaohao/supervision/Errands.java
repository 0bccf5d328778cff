package org.xiaohao.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.ledger.LedgerItem.WaitsFor;
import org.xiaohao.notification.Links;
import org.xiaohao.roster.Person;
import org.xiaohao.supervision.TaskLinks.TaskLink;

/**
 * What people have to do that is no item of the ledger: slips are answered by their receivers, the
 * gates of phases and the end of the campaign are the office's.
 */
@Component
class Errands {

  /** A task, and who may do it. */
  record Errand(Todo todo, List<Person> people) {}

  private final Slips slips;
  private final Campaigns campaigns;
  private final TaskLinks tasks;
  private final Links links;

  Errands(Slips slips, Campaigns campaigns, TaskLinks tasks, Links links) {
    this.slips = slips;
    this.campaigns = campaigns;
    this.tasks = tasks;
    this.links = links;
  }

  /** All that is open in a campaign, the most urgent first. */
  List<Errand> open(Round round) {
    var plan = round.dates().plan();
    var office = new HashMap<String, String>();
    office.put(plan.id(), plan.title());
    campaigns.phases(plan.id()).forEach(phase -> office.put(phase.key(), phase.title()));
    var receivers = new HashMap<String, String>();
    slips.toAnswer(plan.id()).forEach(slip -> receivers.put(slip.key(), slip.personId()));
    var errands = new ArrayList<Errand>();
    for (var task : tasks.of(office.keySet())) {
      var title = round.wording().late(Objects.requireNonNull(office.get(task.key())), task.name());
      add(errands, task, title, WaitsFor.OFFICE, round.audience().office());
    }
    for (var task : tasks.of(receivers.keySet())) {
      var receiver = round.audience().active(receivers.get(task.key()));
      add(errands, task, task.name(), WaitsFor.OWNER, receiver.stream().toList());
    }
    errands.sort((one, other) -> one.todo().dueAt().compareTo(other.todo().dueAt()));
    return errands;
  }

  private void add(
      List<Errand> errands, TaskLink task, String title, WaitsFor act, List<Person> people) {
    if (task.dueAt() != null) {
      var todo = new Todo(task.key(), title, task.dueAt(), act, links.task(task.id()));
      errands.add(new Errand(todo, people));
    }
  }

  /** Title of the phase with that key, or of the campaign. */
  static String subject(Campaigns campaigns, String campaignId, String key) {
    return campaigns.phases(campaignId).stream()
        .filter(phase -> phase.key().equals(key))
        .map(PhaseStatus::title)
        .findFirst()
        .orElseGet(() -> campaigns.get(campaignId).plan().title());
  }
}
