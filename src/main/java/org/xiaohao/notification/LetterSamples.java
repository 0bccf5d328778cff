package org.xiaohao.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xiaohao.notification.Letter.Action;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Table;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.shared.Ellipsis;

/** Letters with made-up content, one per template, to look at. */
final class LetterSamples {

  /** All templates, in the order in which help lists them. */
  static final List<String> NAMES =
      List.of(
          "digest",
          "notice",
          "overdue",
          "slip",
          "urge",
          "invitation",
          "guest",
          "unit-week",
          "office-day");

  private static final String LINK = "http://127.0.0.1:8080/camunda/app/tasklist/default/#/?task=1";
  private static final String SIGNED = "大讨论活动领导小组办公室";

  private LetterSamples() {}

  /** A sample for that template, or null where there is none of that name. */
  static Letter of(String name) {
    return Map.of(
            "digest", digest(),
            "notice", notice(),
            "overdue", overdue(),
            "slip", slip(),
            "urge", urge(),
            "invitation", invitation("invitation"),
            "guest", invitation("guest"),
            "unit-week", week(),
            "office-day", day())
        .get(name);
  }

  private static Letter digest() {
    return letter(
        "digest",
        "今日待办：逾期1项，即将到期2项",
        List.of("您在“对标一流、争创一流”大讨论活动中有以下事项待办。"),
        List.of(
            new Section(
                "已逾期（1项），请尽快办理",
                Tone.RED,
                List.of(new Line("提交材料：学习讨论材料（张三）", "期限3月30日（周四）18:00，已逾期2个工作日", LINK)),
                null),
            new Section(
                "3个工作日内到期（2项）",
                Tone.AMBER,
                List.of(
                    new Line("审核材料：个人整改意见（李四）", "期限4月6日（周四）18:00", LINK),
                    new Line(
                        Ellipsis.cut("提交材料：" + "很长的题目".repeat(12), 50), "期限4月7日（周五）18:00", LINK)),
                null),
            new Section(
                "新增（1项）",
                Tone.CALM,
                List.of(new Line("提交材料：自查报告（艺术科）", "期限4月14日（周五）18:00", LINK)),
                null)),
        null,
        new Action("打开任务列表", LINK),
        "已办结的事项不再提醒。");
  }

  private static Letter notice() {
    return letter(
        "notice",
        "材料退回，请于4月6日18:00前重报：学习讨论材料（张三）",
        List.of("“学习讨论材料（张三）”已退回，请按下面的意见修改，于4月6日（周四）18:00前重新提交。", "意见：请补充存在问题的具体事例，\n并写明整改时限。"),
        List.of(),
        null,
        new Action("打开办理", LINK),
        null);
  }

  private static Letter overdue() {
    return letter(
        "overdue",
        "逾期报告：2项仍未办结",
        List.of("“对标一流、争创一流”大讨论活动中，以下事项逾期后仍未办结，请予督促。"),
        List.of(
            new Section(
                "逾期事项",
                Tone.RED,
                List.of(
                    new Line("学习讨论材料（张三）", "期限3月30日18:00，已逾期2个工作日", null),
                    new Line("自查报告（艺术科）", "期限3月31日18:00，已逾期1个工作日", null)),
                null)),
        null,
        null,
        null);
  }

  private static Letter slip() {
    return letter(
        "slip",
        "请于4月6日（周四）18:00前回复督办单第3号（红灯）",
        List.of("“对标一流、争创一流”大讨论活动中以下事项列入督办。", "请在4月6日（周四）18:00前登录任务列表回复。其间事项全部办结的，督办单自动销号，不必回复。"),
        List.of(
            new Section(
                "督办单第3号（红灯）",
                Tone.RED,
                List.of(
                    new Line("学习讨论材料（张三）", "期限3月30日（周四）18:00", null),
                    new Line("自查报告（艺术科）", "期限3月31日（周五）18:00", null)),
                null)),
        null,
        new Action("回复督办单", LINK),
        null);
  }

  private static Letter urge() {
    return letter(
        "urge",
        "催办：请尽快办理1项事项，最早期限3月30日（周四）18:00",
        List.of("“对标一流、争创一流”大讨论活动中以下事项，办公室再次请您尽快办理。", "办公室附言：4月10日领导小组要听取汇报。"),
        List.of(
            new Section(
                "催办事项（1项）",
                Tone.AMBER,
                List.of(new Line("学习讨论材料（张三）", "期限3月30日（周四）18:00", LINK)),
                null)),
        null,
        new Action("打开任务列表", LINK),
        null);
  }

  private static Letter invitation(String template) {
    return letter(
        template,
        "通知：4月11日（周二）15:00 对标交流会",
        List.of("请您参加“对标交流会”。", "时间：4月11日（周二）15:00至17:00\n地点：三楼会议室\n主持：杨建平"),
        List.of(),
        null,
        null,
        "附件可直接加入日历。");
  }

  private static Letter week() {
    return letter(
        "unit-week",
        "本周进展：艺术科逾期1项",
        List.of("以下是艺术科截至4月10日的情况。"),
        List.of(
            new Section(
                "已逾期（1项）",
                Tone.RED,
                List.of(new Line("学习讨论材料（张三）", "期限3月30日18:00，已逾期5个工作日", null)),
                null)),
        new Table(
            List.of("事项", "应报", "已报", "未报"),
            List.of(List.of("学习讨论材料", "9", "8", "1"), List.of("自查报告", "1", "0", "1"))),
        null,
        null);
  }

  private static Letter day() {
    var rows =
        Stream.of("局办公室", "艺术科", "社会文化科", "市场管理科", "市图书馆", "市群众艺术馆")
            .map(unit -> List.of(unit, "21", "18", "3", unit.equals("艺术科") ? "1" : "0", "0"))
            .toList();
    return letter(
        "office-day",
        "各单位进展日报（4月10日）：逾期1项",
        List.of("各单位截至4月10日8:00的情况。"),
        List.of(),
        new Table(List.of("单位", "应报", "已报", "未报", "逾期", "今日到期"), rows),
        new Action("打开任务列表", LINK),
        null);
  }

  private static Letter letter(
      String template,
      String heading,
      List<String> paragraphs,
      List<Section> sections,
      Table table,
      Action action,
      String remark) {
    return new Letter(
        template,
        "zh",
        heading,
        template.equals("guest") ? "李代表：" : "张三同志：",
        paragraphs,
        sections,
        table,
        action,
        remark,
        SIGNED);
  }
}
