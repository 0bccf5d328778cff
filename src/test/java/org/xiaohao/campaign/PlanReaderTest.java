package org.xiaohao.campaign;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiaohao.calendar.Adjustment;
import org.xiaohao.campaign.Plan.Content;
import org.xiaohao.campaign.Plan.OwedBy;
import org.xiaohao.campaign.Plan.Paper;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.campaign.Plan.Work;

class PlanReaderTest {

  private final PlanReading reading = new PlanReader().read(PlanFiles.CHANGZHI);

  @Test
  void readsTheWholePlanOf2017() {
    assertThat(reading.findings()).isEmpty();
    var plan = reading.plan();
    assertThat(plan.id()).isEqualTo("changzhi-2017");
    assertThat(plan.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(plan.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(plan.basis().number()).isEqualTo("长宣字〔2017〕1号");
    assertThat(plan.leadingGroup().people())
        .containsExactly("yangjianping", "liuguangli", "luzhanzhong", "songwenjie");
    assertThat(plan.office().people()).hasSize(6).startsWith("liuguangli");
    assertThat(plan.problemKinds()).hasSize(9);
    assertThat(plan.phases())
        .extracting(Plan.Phase::id)
        .containsExactly("study", "benchmark", "improvement");
    assertThat(plan.works())
        .extracting(Work::id)
        .containsExactly(
            "speeches",
            "decisions",
            "discipline",
            "duties",
            "commitment",
            "gaps",
            "standards",
            "personal",
            "ledgers");
    assertThat(plan.works().findFirst().orElseThrow().readings()).hasSize(8);
    assertThat(plan.phase("benchmark").orElseThrow().ends()).isEqualTo("2017-04-30");
    assertThat(plan.meetings()).hasSize(4);
    assertThat(plan.consultations()).extracting(Plan.Consultation::quota).containsExactly(0, 20);
    assertThat(plan.benchmarkSelections()).hasSize(1);
  }

  @Test
  void readsTheSessionsWithTheirDaysAndTimes() {
    var weekly = reading.plan().sessions().get(0);
    assertThat(weekly.weekdays()).containsExactlyInAnyOrder(THURSDAY, FRIDAY);
    assertThat(weekly.starts()).isEqualTo(LocalTime.of(14, 30));
    assertThat(weekly.on()).isEmpty();
    assertThat(weekly.speechText()).isEqualTo("speech");
    var extra = reading.plan().sessions().get(1);
    assertThat(extra.weekdays()).isEmpty();
    assertThat(extra.on()).containsExactly(LocalDate.of(2017, 3, 8));
  }

  @Test
  void readsThePapersOfEachKind() {
    var papers = reading.plan().papers();
    assertThat(papers)
        .filteredOn(p -> p.owedBy() == OwedBy.PERSON)
        .extracting(Paper::id)
        .containsExactly("essay", "personal-opinion");
    assertThat(papers)
        .filteredOn(p -> "ledgers".equals(p.work()))
        .hasSize(5)
        .allMatch(p -> p.limit().equals(LocalDate.of(2017, 5, 30)))
        .allMatch(p -> p.columns().size() <= 6);
    var selfCheck = reading.plan().paper("self-check").orElseThrow();
    assertThat(selfCheck.limit()).isEqualTo("2017-04-15");
    assertThat(selfCheck.lastLimit()).isEqualTo("2017-04-30");
    assertThat(selfCheck.asks()).contains("对照上级要求查", "对比先进地区查", "对接服务对象查");
    assertThat(reading.plan().paper("speech").orElseThrow().limitAfterSession()).isEqualTo(3);
    var verdict = reading.plan().paper("function-list").orElseThrow().columns().get(3);
    assertThat(verdict.choices())
        .as("the three questions of R71, in the plan's words")
        .containsExactly("过去有效，现在未必有效", "过去不合时宜，现在势在必行", "过去不可逾越，现在则需要突破");
    assertThat(verdict.required()).as("what stays valid has none of them").isFalse();
    assertThat(reading.plan().paper("essay").orElseThrow().content()).isEqualTo(Content.TEXT);
  }

  @Test
  void fillsInWhatThePlanLeavesOpen() {
    var text = PlanFiles.text(PlanFiles.CHANGZHI);
    var from = text.indexOf("settings:");
    var to = text.indexOf("leadingGroup:");
    var settings = PlanFiles.read(text.substring(0, from) + text.substring(to)).plan().settings();
    assertThat(settings).isEqualTo(reading.plan().settings());
    assertThat(settings.daysOff()).isEqualTo(Adjustment.BEFORE);
    assertThat(settings.limitTime()).isEqualTo(LocalTime.of(18, 0));
    assertThat(settings.escalation())
        .containsExactly(
            new Plan.EscalationLevel(0, Role.UNIT_HEAD),
            new Plan.EscalationLevel(2, Role.OFFICE),
            new Plan.EscalationLevel(5, Role.LEADER_IN_CHARGE));
  }

  @Test
  void namesEveryRequirementOfThePlanThatIsData() {
    var text = expanded(PlanFiles.text(PlanFiles.CHANGZHI));
    assertThat(IntStream.rangeClosed(1, 88).mapToObj(n -> "R" + n))
        .allSatisfy(
            requirement ->
                assertThat(Pattern.compile("\\b" + requirement + "\\b").matcher(text).find())
                    .as(requirement)
                    .isTrue());
  }

  @Test
  void readsAnotherCampaignWithoutAChangeOfCode() {
    var other = new PlanReader().read(PlanFiles.SAFETY_MONTH);
    assertThat(other.findings()).isEmpty();
    assertThat(other.plan().language()).isEqualTo(Locale.ENGLISH);
    assertThat(other.plan().phases()).hasSize(2);
    assertThat(other.plan().benchmarkSelections()).isEmpty();
    assertThat(other.plan().sessions().get(0).material()).isTrue();
  }

  @Test
  void acceptsAByteOrderMark() {
    var text = "\uFEFF" + PlanFiles.text(PlanFiles.CHANGZHI);
    assertThat(PlanFiles.read(text).findings()).isEmpty();
  }

  @Test
  void takesScalarsForWhatTheSchemaSaysAndNotForWhatTheyLookLike() {
    var text =
        PlanFiles.changzhiWith("title: 学习讨论重要讲话", "title: no")
            .replace("title: 学习讨论重大部署", "title: 08")
            .replace("title: 学习讨论纪律规矩", "title: 2:30")
            .replace("title: 学习讨论履职要求", "title: 2017-03-17")
            .replace("title: 学习讨论担当作为", "title: '${x} <script> #{y}'");
    var reading = PlanFiles.read(text);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.plan().works().limit(5))
        .extracting(Work::title)
        .containsExactly("no", "08", "2:30", "2017-03-17", "${x} <script> #{y}");
  }

  @Test
  void ignoresNothingInAFileWithOtherLineEnds() {
    var text = PlanFiles.text(PlanFiles.CHANGZHI).replace("\n", "\r\n");
    var plan = new PlanReader().read(text.getBytes(StandardCharsets.UTF_8), "x").plan();
    assertThat(plan).isEqualTo(reading.plan());
  }

  /** {@code R53-R58} written out. */
  private static String expanded(String text) {
    return Pattern.compile("R(\\d+)-R(\\d+)")
        .matcher(text)
        .replaceAll(
            span -> {
              var from = Integer.parseInt(span.group(1));
              var to = Integer.parseInt(span.group(2));
              return String.join(
                  " ", IntStream.rangeClosed(from, to).mapToObj(n -> "R" + n).toList());
            });
  }
}
