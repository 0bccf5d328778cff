package org.xiaohao.webapps;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.xiaohao.testing.BrowserTest;
import org.xiaohao.testing.HttpPerson;

/**
 * Who may do what: every role tries everything, by page, by our API and by the API of the webapps.
 * The table here and the one in {@code docs/rights.md} are the same, and stay so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT extends BrowserTest {

  private static final Path DOCUMENT = Path.of("docs/rights.md");
  private static final String BEGIN = "<!-- table -->\n";
  private static final String API = "/camunda/api/xiaohao/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String ITEM = "changzhi-2017/essay/tianyuejin";

  private static final String FORMS = "changzhi-2017/consultation/opinion-forms/arts";

  /** The people who try; the item in question belongs to the first, of unit arts. */
  enum Role {
    OWNER("本人", "tianyuejin"),
    COLLEAGUE("其他干部职工", "fengxiaoyan"),
    LIAISON("联络员", "cuijinfang"),
    HEAD("单位负责人", "songwenbin"),
    SECRETARY("支部书记、其他单位负责人", "hanwei"),
    LEADER("分管领导", "luzhanzhong"),
    OFFICE("办公室成员", "helixin"),
    DIRECTOR("办公室主任", "liuguangli"),
    LEADING_GROUP("领导小组", "yangjianping"),
    ADMINISTRATOR("系统管理员", "admin"),
    NOBODY("未登录", "");

    final String title;
    final String login;

    Role(String title, String login) {
      this.title = title;
      this.login = login;
    }
  }

  private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICE, Role.DIRECTOR);
  private static final Set<Role> PEOPLE =
      EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.NOBODY));
  private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);
  private static final Set<Role> NONE = EnumSet.noneOf(Role.class);

  /**
   * Something that can be tried. It is allowed if the answer is neither "no" nor "no such thing";
   * what would change something is sent so that it fails for another reason.
   */
  record Action(
      String what, String way, String method, String address, String body, Set<Role> allowed) {}

  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;

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

  private static Set<Role> and(Set<Role> some, Role... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  private List<Action> actions() {
    var task = tasks.createTaskQuery().processInstanceBusinessKey(ITEM).singleResult().getId();
    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(ITEM)
            .singleResult()
            .getId();
    var job = management.createJobQuery().processInstanceId(instance).list().get(0).getId();
    var seeItem = and(OFFICE, Role.OWNER, Role.HEAD, Role.LEADER);
    var cockpit = and(OFFICE, Role.ADMINISTRATOR);
    var table = new ArrayList<Action>();
    table.add(get("打开“待办”", "页面", "/camunda/app/tasklist/default/", PEOPLE));
    table.add(get("打开“监控”", "页面", "/camunda/app/cockpit/default/", cockpit));
    table.add(get("打开“管理”", "页面", "/camunda/app/admin/default/", ADMINISTRATOR));
    table.add(get("看自己的事项列表", "接口", API + "/items", and(PEOPLE, Role.ADMINISTRATOR)));
    table.add(get("看该事项", "接口", API + "/item?key=" + ITEM, seeItem));
    table.add(get("看该事项的附件", "接口", API + "/files?key=" + ITEM, seeItem));
    table.add(get("经任务看该事项", "接口", API + "/task/" + task + "/item", and(OFFICE, Role.OWNER)));
    table.add(
        post(
            "撤回该事项",
            "接口",
            API + "/item/withdraw",
            "{\"key\":\"" + ITEM + "\"}",
            Set.of(Role.OWNER)));
    table.add(
        post(
            "免交、改期",
            "接口",
            API + "/office/move-kind",
            "{\"campaign\":\"changzhi-2017\",\"kind\":\"essay\"}",
            OFFICE));
    table.add(
        post(
            "调整阶段日期",
            "接口",
            API + "/office/move-phase",
            "{\"campaign\":\"changzhi-2017\",\"phase\":\"study\"}",
            OFFICE));
    table.add(post("推进模拟时间", "接口", API + "/clock/advance", "{}", and(OFFICE, Role.ADMINISTRATOR)));
    table.add(get("看该事项", "对外接口", "/api/v1/item?key=" + ITEM, seeItem));
    table.add(
        get(
            "看活动进展",
            "对外接口",
            "/api/v1/campaigns/changzhi-2017/progress",
            and(OFFICE, Role.LEADER, Role.LEADING_GROUP)));
    table.add(
        get(
            "邀请填写艺术科的征求意见表",
            "页面",
            "/consultations/invite?key=" + FORMS,
            and(OFFICE, Role.LIAISON, Role.HEAD)));
    table.add(
        get(
            "录入艺术科的征求意见表",
            "页面",
            "/consultations/enter?key=" + FORMS,
            Set.of(Role.LIAISON, Role.HEAD)));
    var loggedIn = and(PEOPLE, Role.ADMINISTRATOR);
    table.add(get("打开手机页", "页面", "/m", loggedIn));
    table.add(get("在手机页看该事项", "页面", "/m/item?key=" + ITEM, seeItem));
    table.add(get("在手机页办理该任务", "页面", "/m/task/" + task, Set.of(Role.OWNER)));
    table.add(get("看等本人审核的材料", "接口", API + "/reviews", loggedIn));
    table.add(post("批量审核（逐份核对权限）", "接口", API + "/reviews", "{}", loggedIn));
    var readTask = and(OFFICE, Role.OWNER);
    table.add(engine("看该任务", "GET", "/task/" + task, "", readTask));
    table.add(engine("看该任务的表单内容", "GET", "/task/" + task + "/form-variables", "", readTask));
    table.add(
        engine(
            "办理该任务",
            "POST",
            "/task/" + task + "/submit-form",
            "{\"variables\":{}}",
            Set.of(Role.OWNER)));
    table.add(engine("改任务的变量", "PUT", "/task/" + task + "/variables/x", "{\"value\":1}", NONE));
    table.add(engine("改派任务", "POST", "/task/" + task + "/assignee", "{\"userId\":\"a\"}", NONE));
    table.add(engine("看流程实例", "GET", "/process-instance/" + instance, "", cockpit));
    table.add(
        engine("看流程变量", "GET", "/process-instance/" + instance + "/variables/title", "", OFFICE));
    table.add(
        engine(
            "改流程变量",
            "PUT",
            "/process-instance/" + instance + "/variables/x",
            "{\"value\":1}",
            NONE));
    table.add(engine("删除流程实例", "DELETE", "/process-instance/" + instance, "", NONE));
    table.add(engine("看流程历史", "GET", "/history/process-instance/" + instance, "", cockpit));
    table.add(engine("重试作业", "PUT", "/job/" + job + "/retries", "{\"retries\":5}", ADMINISTRATOR));
    table.add(engine("改作业的时间", "PUT", "/job/" + job + "/duedate", "{}", NONE));
    table.add(engine("部署流程模型", "POST", "/deployment/create", "", NONE));
    table.add(engine("发消息", "POST", "/message", "{\"messageName\":\"x\"}", NONE));
    table.add(engine("保存筛选", "POST", "/filter/create", "{\"resourceType\":\"Task\"}", NONE));
    table.add(engine("看任务附件（引擎自带）", "GET", "/task/" + task + "/attachment", "", NONE));
    table.add(engine("看其他用户", "GET", "/user/guowei/profile", "", ADMINISTRATOR));
    table.add(engine("建立用户", "POST", "/user/create", "{}", ADMINISTRATOR));
    table.add(engine("把人加进办公室", "PUT", "/group/changzhi-2017.office/members/admin", "", NONE));
    table.add(engine("授权", "POST", "/authorization/create", "{\"type\":1}", NONE));
    table.add(
        get(
            "监控页面的数据",
            "组件接口",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
            cockpit));
    table.add(
        post(
            "首次安装时建立管理员",
            "组件接口",
            "/camunda/api/admin/setup/default/user/create",
            "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"x\"}}",
            NONE));
    return table;
  }

  private static Action get(String what, String way, String address, Set<Role> allowed) {
    return new Action(what, way, "GET", address, "", allowed);
  }

  private static Action post(
      String what, String way, String address, String body, Set<Role> allowed) {
    return new Action(what, way, "POST", address, body, allowed);
  }

  private static Action engine(
      String what, String method, String path, String body, Set<Role> allowed) {
    return new Action(what, "组件接口", method, ENGINE + path, body, allowed);
  }

  @Test
  void everybody_may_do_exactly_this() {
    var actions = actions();
    var surprises = new ArrayList<String>();
    for (var role : Role.values()) {
      var person = new HttpPerson(base());
      if (!role.login.isEmpty()) {
        person.in(role.login);
        person.get(API + "/me");
      }
      for (var action : actions) {
        var answer = tries(person, action);
        if (isAllowed(answer) != action.allowed().contains(role)) {
          surprises.add(role.title + " " + action.what() + ": " + answer);
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  private static int tries(HttpPerson person, Action action) {
    var type = action.body().isEmpty() ? "" : "application/json";
    return person
        .send(action.method(), action.address(), type, BodyPublishers.ofString(action.body()))
        .statusCode();
  }

  private static boolean isAllowed(int answer) {
    return !Set.of(302, 401, 403, 404).contains(answer);
  }

  @Test
  void the_document_says_the_same() throws IOException {
    var document = Files.readString(DOCUMENT);
    var wanted = document.substring(0, document.indexOf(BEGIN) + BEGIN.length()) + table();
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/rights.md"), wanted);
    assertThat(document).as("copy target/rights.md to %s", DOCUMENT).isEqualTo(wanted);
  }

  private String table() {
    var head =
        Stream.concat(Stream.of("操作", "途径"), Stream.of(Role.values()).map(role -> role.title));
    var rows =
        actions().stream()
            .map(
                action ->
                    Stream.concat(
                            Stream.of(action.what(), action.way()),
                            Stream.of(Role.values())
                                .map(role -> action.allowed().contains(role) ? "✓" : ""))
                        .collect(row()));
    return head.collect(row())
        + "\n"
        + Stream.generate(() -> "---").limit(Role.values().length + 2L).collect(row())
        + "\n"
        + rows.collect(joining("\n"))
        + "\n";
  }

  private static Collector<CharSequence, ?, String> row() {
    return Collectors.joining(" | ", "| ", " |");
  }
}
