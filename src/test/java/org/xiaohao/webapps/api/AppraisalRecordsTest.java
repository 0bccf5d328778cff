package org.xiaohao.webapps.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Level;
import org.xiaohao.campaign.ProblemFound.Source;
import org.xiaohao.rectification.RectificationService;
import org.xiaohao.rectification.Registration;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.DbTime;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

/**
 * Every point is linked to its record (R86-R88), and whoever may see the point can open the record:
 * each kind of fact, for the person or unit whose it is, their head, the office and the leading
 * group. Whoever sees no point of it, and has nothing else to do with it, cannot.
 */
@CampaignTest
class AppraisalRecordsTest {

  /** Of the leading group, and of no unit and no office. */
  private static final String LEADING = "yangjianping";

  private static final String OFFICE = "helixin";
  private static final String IN_CHARGE = "luzhanzhong";

  @Autowired TestCampaign campaign;
  @Autowired AppraisalService appraisal;
  @Autowired RectificationService problems;
  @Autowired ItemAccess access;
  @Autowired ItemViews views;
  @Autowired JdbcClient jdbc;

  /** A point, as the page of the appraisal shows it. */
  private record Shown(Level level, String party, String kind, String item) {}

  private String session = "";
  private String inspection = "";
  private String problem = "";

  @BeforeEach
  void oneFactOfEachKind() {
    jdbc.sql("update campaign set state = 'CLOSED'").update();
    campaign.launch();
    papers();
    attendance();
    consultations();
    problem();
    inspection();
    appraisal.start(campaign.id(), OFFICE);
    campaign.runJobs();
  }

  @Test
  void whoever_may_see_a_point_opens_its_record() throws IOException {
    var shown = points();
    assertThat(new TreeSet<>(shown.stream().map(Shown::kind).toList()))
        .as("each kind that the table knows has a point here")
        .isEqualTo(kinds());
    var refused = new ArrayList<String>();
    for (var point : shown) {
      for (var reader : readers(point)) {
        try {
          var view = campaign.as(reader, () -> views.view(access.visible(point.item())));
          assertThat(view.key()).isEqualTo(point.item());
        } catch (Refusal refusal) {
          refused.add(reader + " " + point + ": " + refusal.code());
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  /** The kinds of facts for which {@code processes/score.dmn} has a row. */
  private static TreeSet<String> kinds() throws IOException {
    var table = Files.readString(Path.of("processes/score.dmn"));
    var kinds = new TreeSet<String>();
    var words = Pattern.compile("<text>\"([A-Z_]+)\"</text>").matcher(table);
    while (words.find()) {
      kinds.add(words.group(1));
    }
    kinds.removeAll(Set.of("PERSON", "COMMEND", "CRITICISE", "NONE"));
    assertThat(kinds).contains("ON_TIME", "PRAISED");
    return kinds;
  }

  /** Who may see it, by the text of the issue: not as the code works it out. */
  private static List<String> readers(Shown point) {
    var people =
        TestCampaign.roster().people().stream().collect(Collectors.toMap(Person::id, one -> one));
    var unit = point.level() == Level.PERSON ? people.get(point.party()).unitId() : point.party();
    var of = Stream.of(OFFICE, LEADING);
    var head = unit == null ? null : unit.equals("office") ? OFFICE : unit + ".head";
    var more =
        point.level() == Level.PERSON
            ? Stream.of(point.party(), head)
            : Stream.of(head, unit.equals("office") ? null : unit + ".liaison", IN_CHARGE);
    return Stream.concat(of, more).filter(one -> one != null).distinct().toList();
  }

  private List<Shown> points() {
    return jdbc.sql("select * from appraisal_point where round_key = ? order by id")
        .param(campaign.key("appraisal"))
        .query(
            (row, number) ->
                new Shown(
                    Level.valueOf(row.getString("level")),
                    row.getString("party_id"),
                    row.getString("fact_kind"),
                    row.getString("fact_key").replaceFirst("#.*", "")))
        .list();
  }

  @Test
  void a_session_is_opened_by_whom_it_concerns_and_everybody_reads_what_is_theirs() {
    assertThat(opens(session))
        .contains("arts.staff", "arts.head", "arts.liaison", IN_CHARGE, LEADING, OFFICE)
        .doesNotContain("library.staff", "library.head", "library.liaison");
    assertThat(texts("arts.staff", session))
        .contains("某arts.staff：缺席")
        .doesNotContain("某arts.head");
    assertThat(texts("arts.head", session))
        .contains("某arts.head：出席", "某arts.staff：缺席", "某arts.liaison：请假，2017年3月3日 补学");
    assertThat(texts(LEADING, session)).contains("某arts.head：出席", "某arts.staff：缺席");
  }

  @Test
  void of_an_inspection_a_unit_reads_its_praise_and_nothing_of_others() {
    assertThat(opens(inspection))
        .contains("arts.head", "arts.liaison", IN_CHARGE, LEADING, OFFICE)
        .doesNotContain("arts.staff", "library.head", "library.liaison", "library.staff");
    assertThat(texts("arts.head", inspection))
        .contains("亮点·艺术科：台账清楚")
        .doesNotContain("图书馆", "记录不全", "总体较好");
    assertThat(texts(LEADING, inspection)).contains("亮点·艺术科：台账清楚", "问题·图书馆：记录不全", "总体较好");
    assertThatThrownBy(() -> campaign.as("arts.head", () -> access.readable(inspection)))
        .as("its files are about all units")
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> assertThat(refused.code()).isEqualTo("webapps.item-not-yours"));
    assertThat(campaign.as(LEADING, () -> access.readable(inspection)).key()).isEqualTo(inspection);
    assertThat(campaign.as("arts.staff", () -> access.readable(session)).key()).isEqualTo(session);
  }

  /** Closed out by the arts division, reopened, and given to the library. */
  @Test
  void who_rectified_a_problem_before_still_opens_it() {
    assertThat(opens(problem))
        .contains("arts.staff", "arts.head", "arts.liaison", "library.head", LEADING, OFFICE);
    assertThat(opens(campaign.key("essay/arts.staff")))
        .as("of a person: nobody beside, not even the liaison")
        .contains("arts.staff", "arts.head", LEADING, OFFICE)
        .doesNotContain("arts.liaison", "library.head", "library.staff");
  }

  @Test
  void what_brought_no_point_is_as_closed_as_before() {
    var open = campaign.key("personal-opinion/arts.staff");
    assertThat(
            jdbc.sql("select count(*) from ledger_item where item_key = ?")
                .param(open)
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(opens(open)).contains("arts.staff", "arts.head", OFFICE).doesNotContain(LEADING);
  }

  /** Everybody of the roster who can. */
  private List<String> opens(String item) {
    return TestCampaign.roster().people().stream()
        .map(Person::id)
        .filter(
            person ->
                campaign.as(
                    person,
                    () -> {
                      try {
                        return access.visible(item) != null;
                      } catch (Refusal refused) {
                        return false;
                      }
                    }))
        .toList();
  }

  private String texts(String person, String item) {
    return campaign.as(person, () -> views.view(access.visible(item))).texts().stream()
        .map(ItemTexts.Text::text)
        .collect(Collectors.joining("\n"));
  }

  private void papers() {
    var late = Duration.ofHours(1);
    handedIn("essay/arts.staff", campaign.now(), campaign.now().plus(late));
    handedIn("essay/arts.liaison", campaign.now(), campaign.now().minus(late));
    handedIn("essay/library.staff", null, campaign.now().minus(late));
    jdbc.sql(
            "insert into submission_version (item_key, number, submitted_by, submitted_at, text,"
                + " reviewed_by, reviewed_at, outcome) values (?, 1, 'arts.staff', ?, '略', 'arts.head',"
                + " ?, 'RETURNED')")
        .params(
            campaign.key("essay/arts.staff"), DbTime.of(campaign.now()), DbTime.of(campaign.now()))
        .update();
    jdbc.sql(
            "insert into briefing_adoption (campaign_id, item_key, unit_id, briefing, adopted_by,"
                + " adopted_at) values (?, ?, 'arts', '第一期', 'helixin', ?)")
        .params(campaign.id(), campaign.key("branch-result/branch-1"), DbTime.of(campaign.now()))
        .update();
  }

  private void handedIn(String paper, @Nullable Instant at, Instant limit) {
    assertThat(
            jdbc.sql(
                    "update submission_item set first_submitted_at = ?, limit_at = ? where item_key"
                        + " = ?")
                .params(DbTime.of(at), DbTime.of(limit), campaign.key(paper))
                .update())
        .isOne();
  }

  private void attendance() {
    session =
        jdbc.sql(
                "select session_key from study_session where campaign_id = ? and unit_id = 'arts'"
                    + " order by begins_at limit 1")
            .param(campaign.id())
            .query(String.class)
            .single();
    jdbc.sql("delete from study_attendance where session_key = ?").param(session).update();
    jdbc.sql("update study_session set state = 'HELD', recorded_at = ? where session_key = ?")
        .params(DbTime.of(campaign.now()), session)
        .update();
    attended("arts.head", "PRESENT", null);
    attended("arts.staff", "ABSENT", null);
    attended("arts.liaison", "LEAVE", LocalDate.of(2017, 3, 3));
  }

  private void attended(String person, String presence, @Nullable LocalDate madeUp) {
    jdbc.sql(
            "insert into study_attendance (session_key, person_id, position, presence, made_up_on,"
                + " made_up_how) values (?, ?, 0, ?, ?, '自学')")
        .params(session, person, presence, madeUp)
        .update();
  }

  private void consultations() {
    collected("arts", 0, "服务对象少");
    collected("library", 1, null);
    jdbc.sql(
            "insert into consultation_form (item_key, number, entered_on, affiliation, answers,"
                + " content_hash, validity) select item_key, x, date '2017-03-01', '企业', '[]',"
                + " cast(x as varchar), 'VALID' from consultation_item, system_range(1, 2) as g(x)"
                + " where campaign_id = ? and unit_id = 'library' and state = 'COMPLETED'")
        .param(campaign.id())
        .update();
  }

  private void collected(String unit, int quota, @Nullable String passed) {
    jdbc.sql(
            "update consultation_item set state = 'COMPLETED', quota = ?, passed_reason = ?, done_at ="
                + " ? where campaign_id = ? and unit_id = ? and consultation_id = 'opinion-forms'")
        .params(Math.max(1, quota), passed, DbTime.of(campaign.now()), campaign.id(), unit)
        .update();
  }

  private void problem() {
    problem =
        problems
            .register(
                new Registration(
                    campaign.id(), Source.SUGGESTION, null, "", "arts", "答复慢", null, OFFICE))
            .key();
    var now = campaign.now();
    jdbc.sql(
            "update rectification_problem set state = 'RECTIFYING', unit_id = 'library', owner_id ="
                + " 'library.staff', limit_at = ? where problem_key = ?")
        .params(DbTime.of(now.minusSeconds(60)), problem)
        .update();
    judged("CLOSED_OUT", now.minusSeconds(1), null);
    judged("CLOSED_OUT", now.plusSeconds(1), null);
    judged("CLOSED_OUT", now.minusSeconds(1), now);
    judged("RETURNED", now, null);
  }

  private void judged(String what, Instant submitted, @Nullable Instant undone) {
    jdbc.sql(
            "insert into rectification_judgement (problem_key, what, unit_id, owner_id,"
                + " submitted_at, limit_at, judged_at, undone_at) values (?, ?, 'arts', 'arts.staff',"
                + " ?, ?, ?, ?)")
        .params(
            problem,
            what,
            DbTime.of(submitted),
            DbTime.of(campaign.now()),
            DbTime.of(campaign.now()),
            DbTime.of(undone))
        .update();
  }

  private void inspection() {
    inspection = campaign.key("I0001");
    var at = DbTime.of(campaign.now());
    jdbc.sql(
            "insert into supervision_inspection (item_key, campaign_id, number, title, state,"
                + " plan_date, effective_date, limit_at, due_at, planned_by, planned_at, summary)"
                + " values (?, ?, 1, '检查', 'DONE', date '2017-03-07', date '2017-03-07', ?, ?, 'x',"
                + " ?, '总体较好')")
        .params(inspection, campaign.id(), at, at, at)
        .update();
    found("arts", "PRAISE", "台账清楚");
    found("library", "PROBLEM", "记录不全");
  }

  private void found(String unit, String kind, String text) {
    var visit = inspection + "/" + unit;
    jdbc.sql(
            "insert into supervision_visit (visit_key, item_key, unit_id, due_at, visited_at) values"
                + " (?, ?, ?, ?, ?)")
        .params(visit, inspection, unit, DbTime.of(campaign.now()), DbTime.of(campaign.now()))
        .update();
    jdbc.sql(
            "insert into supervision_finding (finding_key, visit_key, number, campaign_id, unit_id,"
                + " kind, text) values (?, ?, 1, ?, ?, ?, ?)")
        .params(visit + "/1", visit, campaign.id(), unit, kind, text)
        .update();
  }
}
