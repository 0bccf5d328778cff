package org.xiaohao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** The short way finds what the long way finds. */
@CampaignTest
class OwnTasksFirstTest {

  @Autowired private TaskService tasks;
  @Autowired private TestCampaign campaign;

  @BeforeEach
  void launches() {
    campaign.launch();
  }

  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateUserExpression("${currentUser()}")
        .endOr();
  }

  private static List<String> ids(List<Task> found) {
    return found.stream().map(Task::getId).sorted().toList();
  }

  private static boolean wasNarrowed(TaskQuery query) {
    return ((TaskQueryImpl) query).getTaskIdIn() != null;
  }

  @Test
  void a_person_finds_what_is_assigned_and_what_is_offered() {
    for (var person : List.of("arts.staff", "arts.head", "arts.liaison", "liuguangli")) {
      campaign.as(
          person,
          () -> {
            var assigned = tasks.createTaskQuery().taskAssignee(person).list();
            var offered = tasks.createTaskQuery().taskCandidateUser(person).list();
            var query = mine();
            var found = query.list();
            assertThat(ids(found))
                .as(person)
                .isNotEmpty()
                .isEqualTo(ids(Stream.concat(assigned.stream(), offered.stream()).toList()));
            assertThat(wasNarrowed(query)).isTrue();
            assertThat(mine().count()).isEqualTo(found.size());
            return null;
          });
    }
  }

  @Test
  void other_conditions_hold_as_well() {
    campaign.as(
        "arts.staff",
        () -> {
          assertThat(mine().taskDefinitionKey("userTask_submit").count()).isPositive();
          assertThat(mine().taskDefinitionKey("userTask_review").count()).isZero();
          return null;
        });
  }

  @Test
  void one_condition_more_in_the_choice_and_it_is_left_alone() {
    campaign.as(
        "liuguangli",
        () -> {
          var wider =
              tasks
                  .createTaskQuery()
                  .or()
                  .taskAssigneeExpression("${currentUser()}")
                  .taskCandidateUserExpression("${currentUser()}")
                  .taskDefinitionKey("userTask_submit")
                  .endOr();
          assertThat(wider.list()).anyMatch(task -> "arts.staff".equals(task.getAssignee()));
          assertThat(wasNarrowed(wider)).isFalse();
          return null;
        });
  }

  @Test
  void the_office_turns_the_pages_of_everything_by_due_date() {
    campaign.as(
        "liuguangli",
        () -> {
          var slow = tasks.createTaskQuery().taskNameLike("%").orderByDueDate().asc().list();
          var pages = new ArrayList<String>();
          for (var first = 0; first < slow.size(); first += 7) {
            tasks.createTaskQuery().active().orderByDueDate().asc().listPage(first, 7).stream()
                .map(Task::getId)
                .forEach(pages::add);
          }
          assertThat(pages).isEqualTo(slow.stream().map(Task::getId).toList());
          assertThat(tasks.createTaskQuery().active().count()).isEqualTo(slow.size());
          return null;
        });
  }

  @Test
  void nobody_else_reads_everything() {
    for (var person : List.of("arts.staff", "arts.head", "admin")) {
      campaign.as(
          person,
          () -> {
            var all = tasks.createTaskQuery().orderByDueDate().asc();
            assertThat(all.listPage(0, 50))
                .as(person)
                .hasSameSizeAs(mine().list())
                .hasSize((int) tasks.createTaskQuery().active().count());
            return null;
          });
    }
  }
}
