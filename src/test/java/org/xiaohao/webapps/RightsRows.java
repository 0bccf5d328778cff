package org.xiaohao.webapps;

import static org.xiaohao.webapps.RightsIT.API;
import static org.xiaohao.webapps.RightsIT.CAMPAIGN;
import static org.xiaohao.webapps.RightsIT.FORMS;
import static org.xiaohao.webapps.RightsIT.ITEM;
import static org.xiaohao.webapps.RightsIT.and;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xiaohao.webapps.RightsIT.Action;
import org.xiaohao.webapps.RightsIT.Role;

/**
 * What else can be tried: whatever our pages and interfaces have beyond what stands in {@link
 * RightsIT}.
 */
final class RightsRows {

  /** A file that no form takes, so that whoever may send one is told so and changes nothing. */
  static final String FILE =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.exe\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\nMZ\r\n--x--\r\n";

  private static final String V1 = "/api/v1";
  private static final String DESK = "/consultations";

  private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICE, Role.DIRECTOR);
  private static final Set<Role> PEOPLE =
      EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.NOBODY));
  private static final Set<Role> LOGGED_IN = EnumSet.complementOf(EnumSet.of(Role.NOBODY));
  private static final Set<Role> SEE_ITEM =
      and(OFFICE, Role.OWNER, Role.HEAD, Role.LEADER, Role.LEADER_ONLY);
  private static final Set<Role> OVERSEE = and(OFFICE, Role.LEADER, Role.LEADING_GROUP);
  private static final Set<Role> OF_UNIT = EnumSet.of(Role.LIAISON, Role.HEAD);

  /** Of ours, what is for everybody, or is tried elsewhere; with the reason. */
  static final Map<String, String> EXEMPT =
      Map.ofEntries(
          Map.entry("GET /", "leads everybody to their places"),
          Map.entry("GET /login", "for whoever has not come in yet"),
          Map.entry("POST /login/again", "the same; reached from within only"),
          Map.entry("GET /answer/{token}", "the address is the secret: AnswerIT"),
          Map.entry("POST /answer/{token}", "the address is the secret: AnswerIT"),
          Map.entry("GET /answer/thanks", "says thank you"),
          Map.entry("GET /answer/count", "closed unless the office wants it: AnswerIT"),
          Map.entry("GET /answer/poll/{code}/count", "closed unless the office wants it: AnswerIT"),
          Map.entry("GET /answer/poll/{code}", "for the public: AnswerIT"),
          Map.entry("POST /answer/poll/{code}", "for the public: AnswerIT"),
          Map.entry("GET /answer/suggest/{code}", "for the public: AnswerIT"),
          Map.entry("POST /answer/suggest/{code}", "for the public: AnswerIT"),
          Map.entry("POST /suggestions/open", "a stranger tries it in AnswerIT"),
          Map.entry("POST /suggestions/close", "a stranger tries it in AnswerIT"),
          Map.entry("GET /calendar/{token}.ics", "the address is the secret: NoticeApiIT"),
          Map.entry("POST " + API + "/me/deputy/end", "ends a span for good: DeputyApiIT"),
          Map.entry("POST " + API + "/office/appraisal", "begins it for good: OversightDeskIT"),
          Map.entry("POST /consultations/poll/close", "ends it for good: AnswerIT"),
          Map.entry("POST /m/withdraw", "the act of /item/withdraw: a test of its own below"),
          Map.entry("POST /m/extension", "the act of /item/extension: a test of its own below"),
          Map.entry("POST /m/task/{id}", "a test of its own below"),
          Map.entry("POST /m/task/{id}/draft", "a test of its own below"));

  private RightsRows() {}

  /** What is there to be tried on. */
  record Things(
      String task,
      String problem,
      String assignment,
      String file,
      String circular,
      long delivery) {}

  static List<Action> of(Things things) {
    var campaign = "?campaign=" + CAMPAIGN;
    var inCampaign = "{\"campaign\":\"" + CAMPAIGN + "\"}";
    var board = API + "/board/" + CAMPAIGN;
    var ofProblem =
        "{\"key\":\"%1$s\",\"choice\":\"%1$s\",\"reason\":\"\"}".formatted(things.problem());
    // without a reason, which whoever may do it is asked for
    var ofAssignment = "{\"key\":\"" + things.assignment() + "\",\"reason\":\"\",%s}";
    var ofTask = API + "/task/" + things.task();
    return List.of(
        get("看本人姓名和角色", API + "/me", LOGGED_IN),
        get("看自己的工作台", API + "/desk", LOGGED_IN),
        get("看任务卡片上的灯和期限", API + "/task-cards?task=" + things.task(), LOGGED_IN),
        get("看模拟时间", API + "/clock", LOGGED_IN),
        multipart("上传该事项的附件", API + "/files?key=" + ITEM, Set.of(Role.OWNER)),
        get("下载该事项的附件", API + "/file/" + things.file(), SEE_ITEM),
        post(
            "把该事项的意见列入问题清单（该事项没有意见）",
            API + "/item/list-problem",
            "{\"key\":\"" + ITEM + "\",\"number\":1}",
            Set.of()),
        post(
            "从该事项登记自查发现的问题（该事项不是自查报告）",
            API + "/item/finding",
            "{\"key\":\"" + ITEM + "\",\"source\":\"x\",\"text\":\"x\"}",
            Set.of()),
        post("重新打开学习的准备（该事项不是集中学习）", API + "/item/reopen", "{\"key\":\"" + ITEM + "\"}", Set.of()),
        post(
            "登记实地调研（该事项不是选树标杆）",
            API + "/item/visit",
            "{\"key\":\"" + ITEM + "\",\"day\":\"2017-04-05\"}",
            Set.of()),
        get("看自己登记的问题", API + "/items/raised", LOGGED_IN),
        get("查看该事项的附件（图片、PDF）", API + "/file/" + things.file() + "/view", SEE_ITEM),
        send("PUT", "保存自己对该任务的草稿", ofTask + "/draft", "{}", and(OFFICE, Role.OWNER)),
        send("DELETE", "放弃自己对该任务的草稿", ofTask + "/draft", "", LOGGED_IN),
        get("看自己发起督导检查的草稿", API + "/process/inspection/draft", LOGGED_IN),
        send("DELETE", "放弃自己发起督导检查的草稿", API + "/process/inspection/draft", "", LOGGED_IN),
        get("查某事项等本人办的任务", API + "/item-task?key=" + ITEM, LOGGED_IN),
        get("看等本人审核的材料份数", API + "/reviews/count", LOGGED_IN),
        get("看本人的代理安排", API + "/me/deputy", LOGGED_IN),
        get("查可作代理人的人员", API + "/me/deputy/people" + campaign, PEOPLE),
        get("看本人的通知", API + "/notices", LOGGED_IN),
        get("看本人未读通知数", API + "/notices/count", LOGGED_IN),
        post("把本人的通知记为已读", API + "/notices/read", "{\"upTo\":0}", LOGGED_IN),
        post("选择本人怎样收通知", API + "/notices/choice", "{}", LOGGED_IN),
        get("看本人的日历订阅", API + "/calendars", LOGGED_IN),
        post(
            "生成艺术科的日历地址",
            API + "/calendars/create",
            "{\"campaign\":\"" + CAMPAIGN + "\",\"unit\":\"arts\"}",
            OF_UNIT),
        post(
            "停用艺术科的日历地址",
            API + "/calendars/revoke",
            "{\"campaign\":\"" + CAMPAIGN + "\",\"unit\":\"arts\"}",
            OF_UNIT),
        get("选择看哪个活动的看板", API + "/board", LOGGED_IN),
        get("看看板", board, OVERSEE),
        get("看看板的图表", board + "/charts", OVERSEE),
        get("看等办公室处理的事项", board + "/waiting", OVERSEE),
        get("看看板的清单", board + "/items?kind=essay", OVERSEE),
        get("导出进度表", board + "/matrix.xlsx", OVERSEE),
        get("看本办公室的活动安排", API + "/office/schedule", LOGGED_IN),
        get("看一类事项", API + "/office/items" + campaign + "&kind=essay", OFFICE),
        post("移动一个事项的日期", API + "/office/move-item", "{\"key\":\"" + ITEM + "\"}", OFFICE),
        post(
            "催办一类未交",
            API + "/office/urge-missing",
            "{\"campaign\":\"" + CAMPAIGN + "\",\"kind\":\"nothing\"}",
            OFFICE),
        post("改变会议安排", API + "/office/rearrange", "{\"key\":\"" + ITEM + "\"}", OFFICE),
        post("移动一天的集中学习", API + "/office/move-day", inCampaign, OFFICE),
        get("看该事项可改由谁承办", API + "/office/assignment/choices?key=" + ITEM, OFFICE),
        post(
            "把该事项改由他人承办（该事项不是交办事项）",
            API + "/office/assignment/reassign",
            "{\"key\":\"" + ITEM + "\",\"choice\":\"OFFICE/\",\"reason\":\"\"}",
            Set.of()),
        get(
            "看交办给本人的事项",
            API + "/item?key=" + things.assignment(),
            and(SEE_ITEM, Role.LEADING_GROUP)),
        get("看交办事项可改由谁承办", API + "/office/assignment/choices?key=" + things.assignment(), OVERSEE),
        post(
            "把交办事项改由他人承办",
            API + "/office/assignment/reassign",
            ofAssignment.formatted("\"choice\":\"OFFICE/\""),
            OVERSEE),
        post(
            "交办事项改期",
            API + "/office/move-item",
            ofAssignment.formatted("\"planDate\":\"2017-05-26\""),
            OVERSEE),
        post("取消交办事项", API + "/office/waive", ofAssignment.formatted("\"x\":1"), OVERSEE),
        get("看该事项被哪些简报采用", API + "/office/adoptions?key=" + ITEM, OFFICE),
        get("看发过的通知", API + "/office/circulars" + campaign, OFFICE),
        post(
            "看通知发给多少人",
            API + "/office/circulars/reach",
            "{\"campaign\":\"" + CAMPAIGN + "\",\"audience\":\"STAFF\"}",
            OFFICE),
        get("看通知的送达情况", API + "/office/circulars/deliveries?key=" + things.circular(), OFFICE),
        get("选择看哪个活动的发件记录", API + "/mailroom/campaigns", LOGGED_IN),
        get("看发件记录", API + "/mailroom" + campaign, OFFICE),
        get("看该事项的发件记录", API + "/mailroom/item?key=" + ITEM, OFFICE),
        get("看一封信", API + "/mailroom/" + CAMPAIGN + "/" + things.delivery(), OFFICE),
        post("重发", API + "/mailroom/again", inCampaign, OFFICE),
        post("不再发送", API + "/mailroom/drop", inCampaign, OFFICE),
        get(
            "看问题可转给谁",
            API + "/office/problem/choices?act=NAME_OWNER&key=" + things.problem(),
            OFFICE),
        post("换责任人", API + "/office/problem/owner", ofProblem, OFFICE),
        post("换核查人", API + "/office/problem/verifier", ofProblem, OFFICE),
        post("调整类别、轻重缓急", API + "/office/problem/rate", ofProblem, OFFICE),
        post("并入", API + "/office/problem/merge", ofProblem, OFFICE),
        post("重新打开", API + "/office/problem/reopen", ofProblem, OFFICE),
        get("看本人参加的活动的考核", API + "/appraisal", LOGGED_IN),
        get("看表扬和通报名单", API + "/appraisal/published" + campaign + "&verdict=COMMEND", PEOPLE),
        get("导出表扬名单", API + "/appraisal/published.md" + campaign + "&verdict=COMMEND", PEOPLE),
        get("导出年终考核表", API + "/appraisal/year-end.md" + campaign, OVERSEE),
        other("看本人参加的活动", V1 + "/campaigns", LOGGED_IN),
        other("看一个活动", V1 + "/campaigns/" + CAMPAIGN, PEOPLE),
        other("看本人可见的事项", V1 + "/campaigns/" + CAMPAIGN + "/items", PEOPLE),
        other("看本人可见的问题", V1 + "/campaigns/" + CAMPAIGN + "/problems", PEOPLE),
        other("导出本人可见的事项", V1 + "/campaigns/" + CAMPAIGN + "/items.csv", PEOPLE),
        other("导出本人可见的问题", V1 + "/campaigns/" + CAMPAIGN + "/problems.csv", PEOPLE),
        other("看该事项的经过", V1 + "/item/events?key=" + ITEM, SEE_ITEM),
        other("看该事项的附件", V1 + "/files?key=" + ITEM, SEE_ITEM),
        other("下载该事项的附件", V1 + "/files/" + things.file(), SEE_ITEM),
        page("GET", "看本人的征求意见", DESK, "", LOGGED_IN),
        page("GET", "下载征求意见表模板", DESK + "/template?key=" + FORMS, "", OF_UNIT),
        page("POST", "提交录入的纸质表", DESK + "/enter?key=" + FORMS, "q0=x", OF_UNIT),
        page("POST", "导入征求意见表", DESK + "/import?key=" + FORMS, FILE, OF_UNIT),
        page(
            "POST",
            "剔除、恢复征求意见表",
            DESK + "/forms?key=" + FORMS,
            "number=0&counts=true&reason=",
            OFFICE),
        page(
            "POST",
            "生成邀请",
            DESK + "/invite?key=" + FORMS,
            "x=",
            and(OFFICE, Role.LIAISON, Role.HEAD)),
        page(
            "GET",
            "看刚生成的邀请",
            DESK + "/handouts?slip=x&key=" + FORMS,
            "",
            and(OFFICE, Role.LIAISON, Role.HEAD)),
        page("POST", "公开、不再公开征求意见表份数", DESK + "/count?key=" + FORMS, "show=false", OFFICE),
        page(
            "POST",
            "公开、不再公开网络征求意见份数",
            DESK + "/poll/count?campaign=" + CAMPAIGN + "&id=service-questionnaire",
            "show=false",
            OFFICE),
        page(
            "POST",
            "开启网络征求意见",
            DESK + "/poll/open?campaign=" + CAMPAIGN + "&id=service-questionnaire",
            "until=2017-01-01",
            OFFICE),
        send("DELETE", "删除该事项的附件", API + "/file/" + things.file(), "", Set.of(Role.OWNER)));
  }

  private static Action get(String what, String address, Set<Role> allowed) {
    return send("GET", what, address, "", allowed);
  }

  private static Action post(String what, String address, String body, Set<Role> allowed) {
    return send("POST", what, address, body, allowed);
  }

  private static Action multipart(String what, String address, Set<Role> allowed) {
    return send("POST", what, address, FILE, allowed);
  }

  private static Action send(
      String method, String what, String address, String body, Set<Role> allowed) {
    return new Action(what, "接口", method, address, body, allowed);
  }

  private static Action other(String what, String address, Set<Role> allowed) {
    return new Action(what, "对外接口", "GET", address, "", allowed);
  }

  private static Action page(
      String method, String what, String address, String body, Set<Role> allowed) {
    return new Action(what, "页面", method, address, body, allowed);
  }
}
