package org.xiaohao.webapps.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/** The holes of the engine's own web API, tried as an intruder would. */
class EngineHolesIT extends BrowserTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";

  @Autowired private IdentityService identity;
  @Autowired private TaskService tasks;

  /** The launch opens what is due first in the background. */
  @BeforeEach
  void everythingIsOpen() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey("changzhi-2017/essay/tianyuejin")
                        .count()
                    == 1);
  }

  private HttpPerson person(String id) {
    return new HttpPerson(base()).in(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"${1+1}\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
        "{\"orQueries\":[{\"name\":\"a\"},{\"candidateGroupsExpression\":\"${1+1}\"}]}"
      })
  void nobody_runs_code_by_asking_for_tasks(String query) {
    for (var who : new String[] {"fengxiaoyan", "liuguangli", "admin"}) {
      var person = person(who);
      person.get(ENGINE + "/task/count");
      var answer = person.post(ENGINE + "/task", query);
      assertThat(answer.statusCode()).as("%s: %s", who, answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("Expressions are forbidden");
    }
    assertThat(person("fengxiaoyan").post(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_becomes_administrator_by_asking_first() {
    var administrator = "admin";
    identity.deleteMembership(administrator, Groups.CAMUNDA_ADMIN);
    try {
      var visitor = new HttpPerson(base());
      visitor.get("/login");
      var wanted =
          "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"a\",\"lastName\":\"b\"},"
              + "\"credentials\":{\"password\":\"intruder1\"}}";
      var setup = "/camunda/api/admin/setup/default/user/create";
      assertThat(visitor.post(setup, wanted).statusCode()).isIn(401, 403);
      assertThat(person("fengxiaoyan").post(setup, wanted).statusCode()).isEqualTo(403);
      assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    } finally {
      identity.createMembership(administrator, Groups.CAMUNDA_ADMIN);
    }
  }

  @Test
  void files_at_foreign_tasks_are_out_of_reach() {
    var task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey("changzhi-2017/essay/tianyuejin")
            .singleResult();
    var file =
        tasks.createAttachment(
            "text/plain",
            task.getId(),
            null,
            "a.txt",
            "",
            new ByteArrayInputStream("secret".getBytes(StandardCharsets.US_ASCII)));
    var address = ENGINE + "/task/" + task.getId() + "/attachment/" + file.getId();
    var other = person("hanwei");
    for (var twist :
        new String[] {address, address + "/data", address.replace("attach", "%61ttach")}) {
      assertThat(other.get(twist).statusCode()).as(twist).isEqualTo(403);
    }
    assertThat(other.send("DELETE", address, "", BodyPublishers.noBody()).statusCode())
        .isEqualTo(403);
    assertThat(tasks.getAttachment(file.getId())).isNotNull();
    tasks.deleteAttachment(file.getId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api//engine/engine/default/task",
        "/camunda/api/engine/engine/default/task;a=b",
        "/camunda/api/engine/%2e%2e/engine/default/task",
        "/camunda/api/x/..;/engine/engine/default/task",
        "/camunda/api/engine%2Fengine/default/task"
      })
  void addresses_with_a_twist_are_refused(String address) {
    assertThat(person("fengxiaoyan").get(address).statusCode()).isEqualTo(400);
  }
}
