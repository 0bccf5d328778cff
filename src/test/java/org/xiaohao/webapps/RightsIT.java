package org.xiaohao.webapps;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.notification.Circular.Audience;
import org.xiaohao.notification.CircularService;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.roster.Groups;
import org.xiaohao.submission.Submission;
import org.xiaohao.submission.Submissions;
import org.xiaohao.supervision.UrgeService;
import org.xiaohao.supervision.Urges;
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
  static final String API = "/camunda/api/xiaohao/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  static final String ITEM = "changzhi-2017/essay/tianyuejin";

  static final String CAMPAIGN = "changzhi-2017";
  static final String FORMS = "changzhi-2017/consultation/opinion-forms/arts";

  /** The people who try; the item in question belongs to the first, of unit arts. */
  enum Role {
    OWNER("本人", "tianyuejin"),
    COLLEAGUE("其他干部职工", "fengxiaoyan"),
    LIAISON("联络员", "cuijinfang"),
    HEAD("单位负责人", "songwenbin"),
    SECRETARY("支部书记、其他单位负责人", "hanwei"),
    SECRETARY_ONLY("支部书记", "rights.secretary"),
    LEADER("分管领导、领导小组成员", "luzhanzhong"),
    LEADER_ONLY("分管领导", "rights.leader"),
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

  /** Of unit arts; nobody else's essay is reviewed here. */
  private static final String REVIEWED = "wuyonghong";

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
  @Autowired private IdentityService identity;
  @Autowired private RectificationService rectification;
  @Autowired private ProblemList problems;
  @Autowired private UrgeService urging;
  @Autowired private Urges urges;

  @Autowired private AttachmentService attachments;
  @Autowired private Attachments files;
  @Autowired private CircularService circulars;
  @Autowired private JdbcClient jdbc;
  @Autowired private Submissions submissions;
  @Autowired private HistoryService history;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private String problem = "";
  private String circular = "";
  private String assignment = "";
  private long urge;

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

  /**
   * In the sample every secretary heads a unit and every leader in charge is of the leading group;
   * these two are nothing else.
   */
  @BeforeAll
  void somePeopleHaveOneRoleOnly() {
    person("rights.secretary", Groups.staff(CAMPAIGN), Groups.secretary(CAMPAIGN, "organ-2"));
    person("rights.leader", Groups.staff(CAMPAIGN), Groups.leader(CAMPAIGN, "arts"));
  }

  private void person(String id, String... groups) {
    var user = identity.newUser(id);
    user.setPassword("xiaohao");
    identity.saveUser(user);
    for (var group : groups) {
      if (identity.createGroupQuery().groupId(group).count() == 0) {
        identity.saveGroup(identity.newGroup(group));
      }
      identity.createMembership(id, group);
    }
  }

  @AfterAll
  void theyLeave() {
    identity.deleteUser("rights.secretary");
    identity.deleteUser("rights.leader");
  }

  /** A problem of unit arts that the owner of the item rectifies; the item was urged. */
  @BeforeAll
  void aProblemIsRectified() {
    everythingIsOpen();
    problem =
        rectification
            .register(
                new Registration(
                    CAMPAIGN, Source.SUGGESTION, null, "", "arts", "道具没有台账", null, "songwenbin"))
            .key();
    does(
        "liuguangli",
        "userTask_triage",
        Map.of(
            "outcome", "ACCEPTED", "unit", "arts", "kind", "能力不足", "weight", "2", "urgency", "2"));
    does(
        "cuijinfang",
        "userTask_analyse",
        Map.of(
            "proposal",
            SpinValues.jsonValue(
                    """
                    {"cause":"无人管","measure":"建账","owner":"tianyuejin","until":"2017-05-31"}
                    """)
                .create()));
    does("liuguangli", "userTask_confirm", Map.of("outcome", "PASSED", "verifier", "helixin"));
    await().until(() -> problems.get(problem).state() == State.RECTIFYING);
    urging.urge(CAMPAIGN, List.of(ITEM), "", "helixin");
    urge = urges.about(ITEM).get(0).id();
    circular =
        circulars
            .send(
                CAMPAIGN,
                "rights-" + System.nanoTime(),
                Audience.HEADS,
                List.of("arts"),
                "关于权限",
                "请知悉。",
                "helixin")
            .key();
    await().until(() -> delivery() > 0);
    assignment = assigned();
  }

  /** The leading group gives the owner of the item something to do (R10). */
  private String assigned() {
    var form =
        """
        {"title":"核对权限","what":"逐项核对","to":"PERSON","name":"tianyuejin","by":"2017-05-31"}
        """;
    as(
        "yangjianping",
        () ->
            runtime.startProcessInstanceByKey(
                "assignment", Map.of("assignment", SpinValues.jsonValue(form).create())));
    return jdbc.sql("select item_key from supervision_assignment where title = '核对权限'")
        .query(String.class)
        .list()
        .get(0);
  }

  private void does(String person, String element, Map<String, Object> fields) {
    var open =
        tasks.createTaskQuery().processInstanceBusinessKey(problem).taskDefinitionKey(element);
    await().atMost(Duration.ofMinutes(1)).until(() -> open.count() == 1);
    as(
        person,
        () -> {
          var task = open.singleResult().getId();
          tasks.claim(task, person);
          tasks.complete(task, fields);
        });
  }

  private void as(String person, Runnable act) {
    var groups =
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    identity.setAuthentication(person, groups);
    try {
      act.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  static Set<Role> and(Set<Role> some, Role... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  private long delivery() {
    return jdbc.sql(
            "select coalesce(min(id), 0) from notification_outbox where campaign_id = ? and channel"
                + " = 'MAIL'")
        .param(CAMPAIGN)
        .query(Long.class)
        .single();
  }

  /** A file of the item; whoever may removes it, and the next one needs another. */
  private String file() {
    return files.of(ITEM).stream()
        .findFirst()
        .map(Attachment::id)
        .orElseGet(
            () ->
                attachments
                    .add(
                        ITEM,
                        "说明.pdf",
                        new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                        "tianyuejin")
                    .id());
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
    var seeItem = and(OFFICE, Role.OWNER, Role.HEAD, Role.LEADER, Role.LEADER_ONLY);
    var cockpit = and(OFFICE, Role.ADMINISTRATOR);
    var table = new ArrayList<Action>();
    table.add(get("打开“待办”", "页面", "/camunda/app/tasklist/default/", PEOPLE));
    table.add(get("打开“监控”", "页面", "/camunda/app/cockpit/default/", cockpit));
    table.add(get("打开“管理”", "页面", "/camunda/app/admin/default/", ADMINISTRATOR));
    table.add(get("看自己的事项列表", "接口", API + "/items", and(PEOPLE, Role.ADMINISTRATOR)));
    var search = "?campaign=changzhi-2017";
    table.add(get("查自己已办结的事项", "接口", API + "/items/done" + search, PEOPLE));
    table.add(
        get(
            "查本单位未办结的事项",
            "接口",
            API + "/items/unit" + search,
            Set.of(Role.LIAISON, Role.HEAD, Role.SECRETARY, Role.OFFICE)));
    table.add(get("看该事项", "接口", API + "/item?key=" + ITEM, seeItem));
    table.add(get("看该事项的附件", "接口", API + "/files?key=" + ITEM, seeItem));
    table.add(get("经任务看该事项", "接口", API + "/task/" + task + "/item", and(OFFICE, Role.OWNER)));
    table.add(get("存取自己对该任务的草稿", "接口", API + "/task/" + task + "/draft", and(OFFICE, Role.OWNER)));
    table.add(
        new Action("保存自己发起督导检查的草稿", "接口", "PUT", API + "/process/inspection/draft", "{}", OFFICE));
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
    var adopted = "{\"key\":\"" + ITEM + "\"}";
    table.add(post("登记简报采用", "接口", API + "/office/adopt", adopted, OFFICE));
    table.add(post("撤销简报采用", "接口", API + "/office/withdraw-adoption", adopted, OFFICE));
    table.add(
        post(
            "调整阶段日期",
            "接口",
            API + "/office/move-phase",
            "{\"campaign\":\"changzhi-2017\",\"phase\":\"study\"}",
            OFFICE));
    table.add(post("重新导入花名册", "接口", API + "/office/roster?campaign=" + CAMPAIGN, "{}", OFFICE));
    table.add(
        get(
            "看全活动的看板和清单，导出",
            "接口",
            API + "/board/changzhi-2017/items.xlsx?kind=essay&party=arts",
            and(OFFICE, Role.LEADER, Role.LEADING_GROUP)));
    table.add(
        get(
            "看阶段缺项",
            "接口",
            API + "/board/changzhi-2017/gate?phase=study",
            and(OFFICE, Role.LEADER, Role.LEADING_GROUP)));
    table.add(
        post(
            "结束阶段",
            "接口",
            API + "/office/close-phase",
            "{\"campaign\":\"changzhi-2017\",\"phase\":\"improvement\"}",
            OFFICE));
    table.add(
        post(
            "向单位、角色或全体发通知",
            "接口",
            API + "/office/circulars",
            "{\"campaign\":\"changzhi-2017\",\"audience\":\"STAFF\"}",
            OFFICE));
    table.add(post("推进模拟时间", "接口", API + "/clock/advance", "{}", and(OFFICE, Role.ADMINISTRATOR)));
    var ofProblem = "{\"key\":\"" + problem + "\",\"until\":\"2017-06-30\"}";
    table.add(get("看本人负责整改的问题", "接口", API + "/item?key=" + problem, seeItem));
    table.add(post("申请该问题延期", "接口", API + "/item/extension", ofProblem, Set.of(Role.OWNER)));
    table.add(post("转交、换人", "接口", API + "/office/problem/reassign", ofProblem, OFFICE));
    table.add(post("并入、拆分、重新打开", "接口", API + "/office/problem/split", ofProblem, OFFICE));
    table.add(post("取消该问题", "接口", API + "/office/waive", ofProblem, OFFICE));
    table.add(
        post(
            "催办",
            "接口",
            API + "/office/urge",
            "{\"campaign\":\"" + CAMPAIGN + "\",\"keys\":[]}",
            OFFICE));
    table.add(post("回复催办", "接口", API + "/urge/" + urge + "/answer", "{}", Set.of(Role.OWNER)));
    table.add(get("看督办单清单", "接口", API + "/office/slips?campaign=" + CAMPAIGN, OFFICE));
    table.add(
        post(
            "指定代理人",
            "接口",
            API + "/me/deputy",
            """
            {"campaign":"%s","person":"tianyuejin","deputy":"tianyuejin",
             "begins":"2017-06-01","ends":"2017-06-02","reason":"出差"}
            """
                .formatted(CAMPAIGN),
            Set.of(Role.OWNER, Role.HEAD)));
    table.add(
        get(
            "看考核得分",
            "接口",
            API + "/appraisal/score?campaign=" + CAMPAIGN + "&level=PERSON&id=tianyuejin",
            and(OFFICE, Role.OWNER, Role.HEAD, Role.LEADER, Role.LEADING_GROUP)));
    table.add(
        get(
            "看艺术科人员的得分",
            "接口",
            API + "/appraisal/people?campaign=" + CAMPAIGN + "&unit=arts",
            and(OFFICE, Role.HEAD, Role.LEADER, Role.LEADING_GROUP)));
    table.add(
        get(
            "看年终考核表",
            "接口",
            API + "/appraisal/year-end?campaign=" + CAMPAIGN,
            and(OFFICE, Role.LEADER, Role.LEADING_GROUP)));
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
    table.add(get("查看、剔除艺术科的征求意见表", "页面", "/consultations/forms?key=" + FORMS, OFFICE));
    table.add(
        get(
            "开启、关闭网络征求意见",
            "页面",
            "/consultations/poll?campaign=changzhi-2017&id=service-questionnaire",
            OFFICE));
    table.add(get("开启、关闭公众意见建议页", "页面", "/suggestions", OFFICE));
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
    table.add(
        engine(
            "认领该任务", "POST", "/task/" + task + "/claim", "{\"userId\":\"a\"}", Set.of(Role.OWNER)));
    table.add(engine("发起提交流程", "POST", "/process-definition/key/submission/start", "{}", NONE));
    var variable =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance)
            .variableName("title")
            .singleResult()
            .getId();
    table.add(engine("看历史变量", "GET", "/history/variable-instance/" + variable, "", readTask));
    table.add(engine("删除用户", "DELETE", "/user/nobody-there", "", ADMINISTRATOR));
    table.add(
        engine(
            "改其他人的口令",
            "PUT",
            "/user/guowei/credentials",
            "{\"password\":\"x\",\"authenticatedUserPassword\":\"wrong\"}",
            ADMINISTRATOR));
    table.addAll(
        RightsRows.of(
            new RightsRows.Things(task, problem, assignment, file(), circular, delivery())));
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
    var surprises = new ArrayList<String>();
    for (var role : Role.values()) {
      var person = new HttpPerson(base());
      if (!role.login.isEmpty()) {
        person.in(role.login);
        person.get(API + "/me");
      }
      for (var action : actions()) {
        var answer = tries(person, action);
        if (isAllowed(answer) != action.allowed().contains(role)) {
          surprises.add(role + " " + action.what() + ": " + answer.statusCode());
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  private static HttpResponse<String> tries(HttpPerson person, Action action) {
    return person.send(
        action.method(),
        tokened(person, action),
        type(action.body()),
        BodyPublishers.ofString(action.body()));
  }

  /** The forms of our pages carry a token, of which a browser takes care. */
  private static String tokened(HttpPerson person, Action action) {
    if (!action.method().equals("POST") || !action.address().startsWith("/consultations")) {
      return action.address();
    }
    var fields = HttpPerson.hiddenFields(person.get("/consultations"));
    return Stream.of(fields.split("&"))
        .filter(field -> field.startsWith("_csrf="))
        .findFirst()
        .map(token -> action.address() + "&" + token)
        .orElse(action.address());
  }

  private static String type(String body) {
    if (body.isEmpty()) {
      return "";
    }
    if (body.equals(RightsRows.FILE)) {
      return "multipart/form-data; boundary=x";
    }
    return body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  }

  /** Files are fixed for who may see them and no more. */
  private static boolean isAllowed(HttpResponse<String> answer) {
    var toLogin = answer.headers().firstValue("Location").orElse("").endsWith("/login");
    return !toLogin
        && !Set.of(401, 403, 404).contains(answer.statusCode())
        && !answer.body().contains("webapps.files-fixed");
  }

  /** Whoever adds a page or an interface says who may use it. */
  @Test
  void every_page_and_interface_of_ours_is_in_the_table() {
    var tried = actions();
    var missing = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.getBeanType().getName().startsWith("org.xiaohao.")) {
                for (var pattern : mapping.getPathPatternsCondition().getPatterns()) {
                  for (var verb : mapping.getMethodsCondition().getMethods()) {
                    var name = verb + " " + normal(pattern.getPatternString());
                    if (!RightsRows.EXEMPT.containsKey(name) && !isTried(tried, verb, pattern)) {
                      missing.add(name);
                    }
                  }
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  private static String normal(String pattern) {
    return pattern.replace("{engine}", "default");
  }

  private static boolean isTried(List<Action> tried, RequestMethod verb, PathPattern pattern) {
    return tried.stream()
        .filter(action -> action.method().equals(verb.name()))
        .map(action -> PathContainer.parsePath(action.address().replaceFirst("\\?.*", "")))
        .anyMatch(path -> isFirst(pattern, path));
  }

  /** Not {@code /item/{id}} for {@code /item/events}. */
  private static boolean isFirst(PathPattern pattern, PathContainer path) {
    return pattern.matches(path)
        && (!pattern.getPatternString().endsWith("}")
            || !path.value().matches(".*/(items|charts|waiting|gate|progress|count|reach|thanks)"));
  }

  /** On a phone the same acts come as forms, and answer by a page that says what became of it. */
  @Test
  void on_a_phone_nobody_does_what_is_not_theirs() {
    var task = tasks.createTaskQuery().processInstanceBusinessKey(ITEM).singleResult().getId();
    for (var role : EnumSet.complementOf(EnumSet.of(Role.OWNER, Role.NOBODY))) {
      var person = new HttpPerson(base()).in(role.login);
      var token = "_csrf=" + person.formToken("/m");
      var form = token + "&key=" + ITEM + "&until=2017-05-31&reason=x";
      person.form("/m/withdraw", form);
      person.form("/m/extension", form);
      person.form("/m/task/" + task, token + "&act=submit&f.paper.text=x");
      assertThat(person.form("/m/task/" + task + "/draft", token + "&f.paper.text=x").statusCode())
          .as(role.title)
          .isEqualTo(404);
    }
    assertThat(submissions.versions(ITEM)).isEmpty();
    assertThat(submissions.findExtension(ITEM)).isEmpty();
  }

  /** The bulk review takes any task; each is looked at by itself. */
  @Test
  void nobody_reviews_what_is_for_somebody_else() {
    var key = "changzhi-2017/essay/" + REVIEWED;
    var task = new PaperHands(tasks, identity).handIn(REVIEWED, "互相学习。");
    var decision = "{\"tasks\":[\"" + task + "\"],\"outcome\":\"ACCEPTED\",\"comment\":\"\"}";
    for (var role : EnumSet.complementOf(EnumSet.of(Role.HEAD, Role.NOBODY))) {
      var person = new HttpPerson(base()).in(role.login);
      person.get(API + "/me");
      var answer = person.post(API + "/reviews", decision);
      assertThat(answer.body()).as(role.title).doesNotContain("\"DONE\"");
      assertThat(submissions.get(key).state()).isEqualTo(Submission.State.SUBMITTED);
    }
    var head = new HttpPerson(base()).in(Role.HEAD.login);
    head.get(API + "/me");
    assertThat(head.post(API + "/reviews", decision).body()).contains("\"DONE\"");
    assertThat(submissions.get(key).state()).isEqualTo(Submission.State.ACCEPTED);
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
