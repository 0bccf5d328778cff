package org.xiaohao.webapps;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignLaunched;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.RosterTaken;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;

/**
 * The ready filters of Tasklist, per role. Which tasks somebody may see at all is decided by the
 * engine's rights; a filter only chooses among them. What they ask by expression is on the short
 * list of {@code QueryValidators}; nobody else's expression is ever evaluated.
 *
 * <p>They are made when a campaign is launched, when a roster is taken, and brought up to date at
 * each start, so that a new release brings its filters to campaigns that run.
 */
@Component
class TaskFilters {

  private static final String ME = "${currentUser()}";

  /** User tasks in which somebody decides about what others did. */
  private static final String[] REVIEWS = {
    "userTask_review",
    "userTask_check",
    "userTask_verify",
    "userTask_confirm",
    "userTask_discuss",
    "userTask_decide",
    "userTask_decideExtension",
    "userTask_decideObjection",
    "userTask_decideShortfall"
  };

  private final Campaigns campaigns;
  private final Rosters rosters;
  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  TaskFilters(
      Campaigns campaigns,
      Rosters rosters,
      FilterService filters,
      TaskService tasks,
      Grants grants) {
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  @EventListener
  void on(CampaignLaunched launched) {
    make(launched.campaign());
  }

  @EventListener
  void on(RosterTaken taken) {
    campaigns.find(taken.campaignId()).ifPresent(this::make);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    campaigns.all().forEach(this::make);
  }

  private void make(Campaign campaign) {
    var staff = Groups.staff(campaign.id());
    var office = Groups.office(campaign.id());
    var units = rosters.units(campaign.id());
    filter(campaign, "mine", 0, mine(), Stream.of(staff));
    filter(
        campaign,
        "soon",
        10,
        mine().dueAfterExpression("${now()}").dueBeforeExpression("${dueSoon.limit()}"),
        Stream.of(staff));
    filter(campaign, "overdue", 20, mine().dueBeforeExpression("${now()}"), Stream.of(staff));
    filter(
        campaign,
        "reviews",
        30,
        mine().taskDefinitionKeyIn(REVIEWS),
        Stream.concat(
            Stream.of(office, Groups.leadingGroup(campaign.id())),
            units.stream()
                .flatMap(
                    unit ->
                        Stream.of(
                            Groups.head(campaign.id(), unit.id()),
                            Groups.leader(campaign.id(), unit.id())))));
    units.forEach(unit -> ofUnit(campaign, unit));
    filter(campaign, "all", 90, tasks.createTaskQuery(), Stream.of(office));
  }

  /** What lies on the desk of a unit: of its liaison and of its head, in all campaigns alike. */
  private void ofUnit(Campaign campaign, Unit unit) {
    var groups =
        Stream.concat(Stream.of(campaign), campaigns.all().stream())
            .map(Campaign::id)
            .distinct()
            .flatMap(id -> Stream.of(Groups.liaison(id, unit.id()), Groups.head(id, unit.id())))
            .toList();
    save(
        text(campaign, "unit") + " · " + unit.name(),
        40,
        text(campaign, "unit.help"),
        tasks.createTaskQuery().taskCandidateGroupIn(groups).includeAssignedTasks(),
        groups.stream());
  }

  /** What waits for who looks: assigned, or offered to that person or a group of theirs. */
  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression(ME)
        .taskCandidateUserExpression(ME)
        .endOr();
  }

  private void filter(
      Campaign campaign, String code, int priority, TaskQuery query, Stream<String> readers) {
    save(text(campaign, code), priority, text(campaign, code + ".help"), query, readers);
  }

  private static String text(Campaign campaign, String code) {
    return Messages.text(campaign.plan().language(), "webapps.filter." + code);
  }

  private void save(
      String name, int priority, String help, TaskQuery query, Stream<String> readers) {
    var present = filters.createFilterQuery().filterName(name).list();
    var filter = present.isEmpty() ? filters.newTaskFilter(name) : present.get(0);
    filter.setQuery(query.orderByDueDate().asc());
    filter.setProperties(
        Map.of(
            "priority",
            priority,
            "description",
            help,
            "refresh",
            true,
            "showUndefinedVariable",
            false));
    var id = filters.saveFilter(filter).getId();
    readers.forEach(group -> grants.exactly(group, Resources.FILTER, id, Permissions.READ));
  }
}
