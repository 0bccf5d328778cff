package org.xiaohao.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.Problem.Rating;
import org.xiaohao.rectification.Problem.State;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/** What is refused, and what it leaves behind: nothing. */
@CampaignTest
class RectificationServiceTest {

  private static final LocalDate LIMIT = LocalDate.of(2017, 3, 31);
  private static final Rating GRAVE = new Rating("能力不足", 3, 3);

  @Autowired TestCampaign campaign;
  @Autowired RectificationService service;
  @Autowired ProblemCareService care;
  @Autowired HandoverService handover;
  @Autowired ProblemList problems;
  @Autowired Dossiers dossiers;
  @Autowired Trail trail;
  @Autowired AttachmentService files;
  @Autowired DeputyService deputies;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private String key = "";

  private ProblemSteps steps;

  @Autowired
  void steps(FormService forms, RepositoryService repository) {
    steps = new ProblemSteps(campaign, forms, repository);
  }

  @BeforeEach
  void register() {
    campaign.launch(TestCampaign.only(Plans.withLookBack(0), "self-check"));
    key = found("答复慢").key();
  }

  private Problem found(String text) {
    return service.register(
        new Registration(
            campaign.id(), Source.SUGGESTION, null, "", "arts", text, null, "arts.staff"));
  }

  @Test
  void numbers_follow_one_another_and_a_refused_registration_takes_none() {
    assertThat(key).isEqualTo(campaign.key("P0001"));
    assertThatThrownBy(() -> found(" ")).hasMessageContaining("问题或建议的内容");
    assertThat(found("二").key()).isEqualTo(campaign.key("P0002"));
  }

  @Test
  void the_list_shows_the_weakest_and_most_pressing_first() {
    var pressing = found("紧迫").key();
    service.accept(key, "arts", new Rating("能力不足", 1, 1), "helixin");
    service.accept(pressing, "arts", GRAVE, "helixin");
    assertThat(problems.of(campaign.id())).extracting(Problem::key).containsExactly(pressing, key);
  }

  @Test
  void triage_is_for_the_office_and_must_be_complete() {
    refused(() -> service.accept(key, "arts", GRAVE, "arts.head"), "只能由领导小组办公室");
    refused(() -> service.accept(key, null, GRAVE, "helixin"), "须确定责任单位");
    refused(() -> service.accept(key, "nowhere", GRAVE, "helixin"), "没有“nowhere”这个单位");
    refused(() -> service.accept(key, "arts", new Rating("星座", 1, 1), "helixin"), "没有“星座”这类问题");
    refused(() -> service.accept(key, "arts", new Rating("能力不足", 0, 1), "helixin"), "1 到 3 级");
    assertThat(state()).isEqualTo(State.REGISTERED);
  }

  @Test
  void a_proposal_needs_an_owner_of_the_unit_and_a_working_day_to_come() {
    accept();
    refused(() -> propose("arts.staff", LocalDate.of(2017, 2, 27)), "已经过去");
    refused(() -> propose("arts.staff", LocalDate.of(2017, 4, 4)), "不上班");
    refused(() -> propose("library.staff", LIMIT), "在册人员");
    refused(
        () -> service.propose(key, new Proposal("因", "措施", "arts.staff", LIMIT), "arts.staff"),
        "负责人或联络员");
    // a working Saturday
    propose("arts.staff", LocalDate.of(2017, 4, 1));
    assertThat(state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void the_verifier_is_never_the_owner() {
    service.accept(key, "office", GRAVE, "liuguangli");
    service.propose(key, new Proposal("因", "措施", "guowei", LIMIT), "helixin");
    refused(() -> service.confirm(key, "guowei", false, "liuguangli"), "核查人不能是整改责任人");
    refused(() -> service.confirm(key, "arts.head", false, "liuguangli"), "办公室的在册成员");
    refused(() -> service.confirm(key, "helixin", false, "guowei"), "由办公室其他同志决定");
    service.confirm(key, "helixin", false, "liuguangli");
    refused(() -> handover.nameVerifier(key, "guowei", "换人", "liuguangli"), "核查人不能是整改责任人");
  }

  @Test
  void nothing_is_closed_out_without_evidence_and_a_second_pair_of_eyes() {
    toOwner(true);
    refused(() -> service.submit(key, "", "", "arts.staff"), "还没有佐证");
    refused(() -> service.submit(key, "只写整改前", "", "arts.staff"), "还没有佐证");
    refused(() -> service.submit(key, "前", "后", "arts.liaison"), "不由您负责整改");
    refused(() -> service.closeOut(key, "好", "helixin"), "当前不能这样操作");
    upload("照片.pdf", "现场", "arts.staff");
    service.submit(key, "", "", "arts.staff");
    assertThat(dossiers.evidence(key).get(0).fileNames()).containsExactly("照片.pdf");
    refused(() -> service.passCheck(key, "arts.staff"), "须由他人审核");
    refused(() -> service.passCheck(key, "library.head"), "不由您审核");
    refused(() -> service.closeOut(key, "好", "helixin"), "当前不能这样操作");
    service.passCheck(key, "arts.head");
    refused(() -> service.closeOut(key, "好", "arts.staff"), "须由他人核查");
    refused(() -> service.closeOut(key, "好", "guowei"), "不由您核查");
    refused(() -> service.closeOut(key, " ", "helixin"), "须写明现场核查情况");
    service.closeOut(key, "现场看过", "helixin");
    assertThat(state()).isEqualTo(State.CLOSED_OUT);
  }

  @Test
  void a_returned_problem_needs_new_evidence() {
    toOwner(false);
    service.submit(key, "前", "后", "arts.staff");
    refused(() -> service.failCheck(key, "", "arts.head"), "退回须写明理由");
    service.failCheck(key, "不够", "arts.head");
    refused(() -> service.closeOut(key, "", "helixin"), "当前不能这样操作");
    refused(() -> service.submit(key, "", "", "arts.staff"), "还没有佐证");
    refused(() -> service.submit(key, "前", "后 ", "arts.staff"), "一字不差");
    service.submit(key, "前", "后，又加了一块", "arts.staff");
    assertThat(dossiers.evidence(key)).hasSize(2);
  }

  @Test
  void a_file_is_evidence_once_and_only_from_who_rectifies_it_while_it_is_rectified() {
    accept();
    upload("分析时的照片.pdf", "分析", "arts.staff");
    propose("arts.staff", LIMIT);
    service.confirm(key, "helixin", false, "liuguangli");
    refused(() -> service.submit(key, "", "", "arts.staff"), "还没有佐证");
    refused(() -> upload("办公室的.pdf", "办公室", "liuguangli"), "不由您负责整改");

    upload("现场.pdf", "现场", "arts.staff");
    service.submit(key, "", "", "arts.staff");
    assertThat(dossiers.evidence(key).get(0).fileNames()).containsExactly("现场.pdf");
    service.failCheck(key, "不够", "arts.head");
    refused(() -> service.submit(key, "", "", "arts.staff"), "还没有佐证");
    upload("换个名字.pdf", "现场", "arts.staff");
    refused(() -> service.submit(key, "", "", "arts.staff"), "还没有佐证");
    upload("补充.pdf", "补充", "arts.staff");
    service.submit(key, "", "", "arts.staff");
    assertThat(dossiers.evidence(key).get(1).fileNames()).containsExactly("补充.pdf");
  }

  @Test
  void files_of_the_owner_before_are_not_evidence_of_the_next_one() {
    toOwner(false);
    upload("前任.pdf", "前任", "arts.staff");
    handover.nameOwner(key, "arts.liaison", "借调", "liuguangli");
    refused(() -> service.submit(key, "", "", "arts.liaison"), "还没有佐证");
  }

  @Test
  void what_was_handed_in_stays_and_nobody_touches_files_while_somebody_judges_them() {
    toOwner(false);
    var kept = upload("现场.pdf", "现场", "arts.staff");
    var wrong = upload("传错了.pdf", "别的", "arts.staff");
    files.remove(wrong.id(), "arts.staff");
    steps.rectify("P0001", "arts.staff");
    refused(() -> upload("替换.pdf", "替换", "arts.staff"), "附件不能增加或删除");
    refused(() -> files.remove(kept.id(), "arts.staff"), "附件不能增加或删除");
    steps.check("P0001", "arts.head");
    refused(() -> upload("核查人的.pdf", "核查", "helixin"), "附件不能增加或删除");
    refused(() -> files.remove(kept.id(), "helixin"), "附件不能增加或删除");
    campaign.complete(
        "P0001", "userTask_verify", "helixin", Map.of("outcome", "RETURNED", "note", "看不清"));
    refused(() -> files.remove(kept.id(), "arts.staff"), "必须留存");
    steps.rectify("P0001", "arts.staff");
    steps.check("P0001", "arts.head");
    steps.verify("P0001");
    refused(() -> files.remove(kept.id(), "helixin"), "附件不能增加或删除");
    care.reopen(key, "群众来信", false, "helixin");
    refused(() -> files.remove(kept.id(), "helixin"), "必须留存");

    assertThat(files.get(kept.id())).isEqualTo(kept);
    assertThat(trail.events(key))
        .filteredOn(event -> event.what().startsWith("FILE_"))
        .extracting(ProblemEvent::what, ProblemEvent::why)
        .containsExactly(
            tuple("FILE_ADDED", kept.sha256() + " 现场.pdf"),
            tuple("FILE_ADDED", wrong.sha256() + " 传错了.pdf"),
            tuple("FILE_REMOVED", wrong.sha256() + " 传错了.pdf"));
    assertThat(new TrailCheck(jdbc).chain(campaign.id()).broken()).isNull();
  }

  private Attachment upload(String name, String content, String by) {
    var bytes = ("%PDF-1.4\n" + content).getBytes(StandardCharsets.UTF_8);
    return files.add(key, name, new ByteArrayInputStream(bytes), by);
  }

  @Test
  void what_is_closed_out_changes_by_a_visible_reopening_only() {
    closeOut();
    var before = problems.get(key);
    for (Runnable act :
        List.<Runnable>of(
            () -> care.cancel(key, "删", "helixin"),
            () -> care.split(key, List.of("a", "b"), "拆", "helixin"),
            () -> care.move(key, LocalDate.of(2017, 4, 14), "挪", "helixin"),
            () -> handover.nameVerifier(key, "guowei", "换", "helixin"),
            () -> service.submit(key, "前", "后", "arts.staff"),
            () -> service.failVerification(key, "退", "helixin"),
            () -> service.accept(key, "library", GRAVE, "helixin"))) {
      assertThatThrownBy(act::run).isInstanceOf(Refusal.class);
    }
    assertThat(problems.get(key)).isEqualTo(before);
    refused(() -> care.reopen(key, "悄悄", false, "arts.head"), "只能由领导小组办公室");
    refused(() -> care.reopen(key, "", false, "helixin"), "请写明理由");
    care.reopen(key, "群众来信", false, "helixin");
    assertThat(trail.events(key)).last().extracting(ProblemEvent::what).isEqualTo("REOPENED");
  }

  @Test
  void more_time_is_asked_for_before_the_limit_by_the_owner_for_a_later_working_day() {
    toOwner(false);
    var later = LocalDate.of(2017, 4, 14);
    refused(() -> care.askExtension(key, later, "", "arts.staff"), "须写明理由");
    refused(() -> care.askExtension(key, later, "忙", "arts.head"), "不由您负责");
    refused(() -> care.askExtension(key, LIMIT, "忙", "arts.staff"), "无意义");
    refused(() -> care.askExtension(key, LocalDate.of(2017, 4, 15), "忙", "arts.staff"), "不上班");
    care.askExtension(key, later, "忙", "arts.staff");
    refused(() -> care.askExtension(key, later, "很忙", "arts.staff"), "请勿重复申请");
    care.decideExtension(key, false, "不行", "helixin");
    refused(() -> care.decideExtension(key, true, "", "helixin"), "没有待决定的延期申请");
    campaign.advanceTo("2017-03-31T18:00");
    refused(() -> care.askExtension(key, later, "晚了", "arts.staff"), "整改期限已过");
  }

  @Test
  void kind_weight_and_urgency_are_corrected_after_triage_and_the_trail_keeps_both() {
    steps.accept("P0001");
    refused(() -> care.rate(key, new Rating("不愿为", 1, 1), "轻", "arts.head"), "只能由领导小组办公室");
    refused(() -> care.rate(key, new Rating("不愿为", 1, 1), " ", "helixin"), "请写明理由");
    refused(() -> care.rate(key, new Rating("星座", 1, 1), "轻", "helixin"), "没有“星座”这类问题");
    refused(() -> care.rate(key, new Rating(null, 1, 1), "轻", "helixin"), "请选择问题类别");
    refused(() -> care.rate(key, problems.get(key).rating(), "一样", "helixin"), "没有需要调整");
    care.rate(key, new Rating("不愿为", 1, 1), "影响面不大", "helixin");

    assertThat(problems.get(key).rating()).isEqualTo(new Rating("不愿为", 1, 1));
    assertThat(campaign.variable("P0001", "userTask_analyse", "brief")).contains("不愿为");
    assertThat(trail.events(key))
        .last()
        .satisfies(event -> assertThat(event.what()).isEqualTo("RATED"))
        .satisfies(event -> assertThat(event.why()).isEqualTo("能力不足、严重、较急 → 不愿为、一般、不急 影响面不大"));
  }

  @Test
  void a_problem_is_merged_into_another_one_that_stands_on_the_same_list() {
    accept();
    var other = found("二").key();
    refused(() -> care.merge(key, key, "自己", false, "helixin"), "不能并入自己");
    refused(() -> care.merge(key, campaign.key("P0099"), "没有", false, "helixin"), "不能并入");
    refused(() -> care.merge(other, key, "不在任务中", false, "helixin"), "请在研判任务中");
    care.cancel(other, "不算", "helixin");
    refused(() -> care.merge(key, other, "已取消", false, "helixin"), "不能并入");
  }

  @Test
  void the_office_is_offered_what_the_state_allows_and_nothing_else() {
    var other = found("二").key();
    service.accept(other, "library", GRAVE, "helixin");
    offeredIsAllowed(other);
    accept();
    offeredIsAllowed(other);
    propose("arts.staff", LIMIT);
    offeredIsAllowed(other);
    service.confirm(key, "helixin", false, "guowei");
    offeredIsAllowed(other);
    service.submit(key, "前", "后", "arts.staff");
    offeredIsAllowed(other);
    service.passCheck(key, "arts.head");
    offeredIsAllowed(other);
    service.closeOut(key, "", "helixin");
    offeredIsAllowed(other);
  }

  /** Everything is tried and taken back; the process has no part in it. */
  private void offeredIsAllowed(String other) {
    var offered = ProblemAct.of(problems.get(key));
    for (var act : ProblemAct.values()) {
      assertThat(goesThrough(act, other))
          .as("%s of a problem that is %s", act, state())
          .isEqualTo(offered.contains(act));
    }
  }

  private boolean goesThrough(ProblemAct act, String other) {
    try {
      transactions.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            tries(act, other);
          });
      return true;
    } catch (Refusal refused) {
      return refused.code().equals("rectification.already-started");
    } catch (ProcessEngineException apart) {
      // As before: the row allows it, its instance stands elsewhere, for no form was used here.
      return true;
    }
  }

  private void tries(ProblemAct act, String other) {
    var by = "liuguangli";
    switch (act) {
      case MOVE -> care.move(key, LocalDate.of(2017, 4, 14), "挪", by);
      case REASSIGN -> handover.reassign(key, "library", "转", by);
      case NAME_OWNER -> handover.nameOwner(key, "arts.liaison", "换", by);
      case NAME_VERIFIER -> handover.nameVerifier(key, "guowei", "换", by);
      case RATE -> care.rate(key, new Rating("不愿为", 1, 2), "重估", by);
      case MERGE -> care.merge(key, other, "并", false, by);
      case SPLIT -> care.split(key, List.of("甲", "乙"), "拆", by);
      case CANCEL -> care.cancel(key, "取消", by);
      case REOPEN -> care.reopen(key, "重来", false, by);
    }
  }

  @Test
  void
      a_proposal_that_waits_goes_to_another_unit_with_a_reason_by_the_office_and_not_by_its_owner() {
    service.accept(key, "office", GRAVE, "liuguangli");
    service.propose(key, new Proposal("因", "措施", "guowei", LIMIT), "helixin");
    refused(() -> handover.reassign(key, "arts", "转", "arts.head"), "只能由领导小组办公室");
    refused(() -> handover.reassign(key, "arts", "转", "guowei"), "由您本人负责整改");
    refused(() -> handover.reassign(key, "arts", " ", "liuguangli"), "理由");
    refused(() -> handover.reassign(key, "office", "转", "liuguangli"), "已经由这个单位负责");
    assertThat(state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void nobody_of_the_office_decides_about_what_they_have_to_rectify_themselves() {
    service.accept(key, "office", GRAVE, "liuguangli");
    service.propose(key, new Proposal("因", "措施", "guowei", LIMIT), "helixin");
    service.confirm(key, "helixin", false, "liuguangli");
    var later = LocalDate.of(2017, 4, 14);
    refused(() -> care.move(key, later, "挪", "guowei"), "由您本人负责整改");
    refused(() -> care.cancel(key, "取消", "guowei"), "由您本人负责整改");
    refused(() -> handover.nameVerifier(key, "liuguangli", "换", "guowei"), "由您本人负责整改");
    refused(() -> handover.nameOwner(key, "helixin", "换", "liuguangli"), "核查人不能是整改责任人");
    refused(() -> handover.nameOwner(key, "arts.staff", "换", "liuguangli"), "责任人须是责任单位");
    refused(() -> handover.reassign(key, "office", "转", "liuguangli"), "已经由这个单位负责");
    refused(() -> handover.reassign(key, "nowhere", "转", "liuguangli"), "没有“nowhere”这个单位");
  }

  @Test
  void a_deputy_rectifies_for_the_absent_owner_and_checks_nothing_of_it() {
    accept();
    propose("arts.staff", LIMIT);
    service.confirm(key, "helixin", false, "guowei");
    refused(() -> service.submit(key, "前", "后", "arts.liaison"), "不由您负责整改");
    deputize("arts.staff", "arts.liaison");
    deputize("arts.head", "arts.liaison");
    service.submit(key, "前", "后", "arts.liaison");
    refused(() -> service.passCheck(key, "arts.liaison"), "由您本人整改");
    refused(() -> service.passCheck(key, "arts.staff"), "由您本人整改");
    service.passCheck(key, "arts.head");
    assertThat(state()).isEqualTo(State.VERIFYING);
  }

  private void deputize(String person, String deputy) {
    var today = LocalDate.ofInstant(campaign.now(), TestCampaign.ZONE);
    deputies.name(
        campaign.id(), person, deputy, today, today.plusDays(3), "出差", TestCampaign.ZONE, person);
  }

  @Test
  void of_two_people_who_decide_at_the_same_time_one_wins() throws Exception {
    var gate = new CyclicBarrier(2);
    var pool = Executors.newFixedThreadPool(2);
    var outcomes = Collections.synchronizedList(new ArrayList<String>());
    try {
      var acts = new ArrayList<Future<?>>();
      for (var person : List.of("helixin", "guowei")) {
        acts.add(
            pool.submit(
                () -> {
                  gate.await(10, TimeUnit.SECONDS);
                  try {
                    service.accept(key, "arts", GRAVE, person);
                    outcomes.add("done");
                  } catch (Refusal refused) {
                    outcomes.add(refused.getMessage());
                  }
                  return null;
                }));
      }
      for (var act : acts) {
        act.get(30, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(outcomes).hasSize(2).contains("done");
    assertThat(outcomes).anyMatch(message -> message.contains("可能刚刚已被他人办理"));
    assertThat(trail.events(key))
        .extracting(ProblemEvent::what)
        .containsExactly("REGISTERED", "ACCEPTED");
    assertThat(new TrailCheck(jdbc).chain(campaign.id()).broken()).isNull();
  }

  private void accept() {
    service.accept(key, "arts", GRAVE, "helixin");
  }

  private void propose(String owner, LocalDate until) {
    service.propose(key, new Proposal("制度不细", "修订制度", owner, until), "arts.liaison");
  }

  /** Through the forms, so that row and instance are at the same step. */
  private void toOwner(boolean onSite) {
    steps.accept("P0001");
    steps.propose("P0001", "arts.staff", LIMIT);
    steps.confirm("P0001", onSite);
  }

  private void closeOut() {
    toOwner(false);
    steps.rectify("P0001", "arts.staff");
    steps.check("P0001", "arts.head");
    steps.verify("P0001");
  }

  private State state() {
    return problems.get(key).state();
  }

  private static void refused(Runnable act, String words) {
    assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessageContaining(words);
  }
}
