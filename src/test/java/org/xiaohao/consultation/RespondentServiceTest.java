package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.shared.Refusal;
import org.xiaohao.testing.CampaignTest;
import org.xiaohao.testing.TestCampaign;

@CampaignTest
@ExtendWith(OutputCaptureExtension.class)
class RespondentServiceTest {

  @Autowired TestCampaign campaign;
  @Autowired Campaigns campaigns;
  @Autowired Consultations consultations;
  @Autowired ConsultationForms forms;
  @Autowired ConsultationService service;
  @Autowired RespondentService respondents;
  @Autowired AnswerTokens tokens;
  @Autowired PublicCountService counts;
  @Autowired JdbcClient jdbc;

  private String key = "";

  @BeforeEach
  void launch() {
    campaign.launch("2017-04-17T08:00");
    key = campaign.key("consultation/opinion-forms/arts");
  }

  @Test
  void a_respondent_sees_the_questions_and_answers_once() {
    var token = invite(1).get(0);
    assertThat(respondents.questionnaire(token).title()).isEqualTo("征求意见表 · 艺术科");
    assertThat(respondents.questionnaire(token).questions()).isEqualTo(questions());

    respondents.answer(token, SampleForms.form(1));

    refused("consultation.token-used", () -> respondents.answer(token, SampleForms.form(2)));
    refused("consultation.token-used", () -> respondents.questionnaire(token));
    assertThat(forms.of(key)).hasSize(1);
    assertThat(forms.of(key).get(0).enteredBy()).isNull();
    assertThat(forms.valid(key)).isEqualTo(1);
  }

  @Test
  void two_answers_at_the_same_moment_are_one_answer() throws Exception {
    var token = invite(1).get(0);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var attempts = new ArrayList<Callable<Boolean>>();
      for (var i = 1; i <= 8; i++) {
        var form = SampleForms.form(i);
        attempts.add(
            () -> {
              try {
                respondents.answer(token, form);
                return true;
              } catch (Refusal refused) {
                assertThat(refused.code()).isEqualTo("consultation.token-used");
                return false;
              }
            });
      }
      var accepted = 0;
      for (var attempt : threads.invokeAll(attempts)) {
        accepted += attempt.get() ? 1 : 0;
      }
      assertThat(accepted).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(forms.of(key)).hasSize(1);
  }

  @Test
  void answers_count_for_the_gate_while_the_office_decides_and_afterwards() {
    var tokens = invite(3);
    service.collect(key, SampleForms.forms(1, 19), true, "arts.liaison");
    assertThat(consultations.get(key).state()).isEqualTo(State.SHORT);

    respondents.answer(tokens.get(0), SampleForms.form(20));

    assertThat(consultations.get(key).state()).isEqualTo(State.SHORT);
    service.letPass(key, "", "helixin");
    assertThat(consultations.get(key).state()).isEqualTo(State.SUMMARISING);
    assertThat(consultations.get(key).passedReason()).isNull();
    respondents.answer(tokens.get(1), SampleForms.form(21));
    service.summarise(key, "希望多演出", "arts.liaison");
    refused("consultation.not-open", () -> respondents.answer(tokens.get(2), SampleForms.form(22)));
    assertThat(forms.valid(key)).isEqualTo(21);
  }

  @Test
  void what_nobody_filled_in_uses_up_no_invitation() {
    var token = invite(1).get(0);

    refused(
        "consultation.answer-empty",
        () -> respondents.answer(token, new FilledIn("沁县", List.of(" ", "", ""))));
    refused(
        "consultation.affiliation-missing",
        () -> respondents.answer(token, new FilledIn("", List.of("希望增加演出"))));
    refused(
        "consultation.too-many-answers",
        () ->
            respondents.answer(
                token, new FilledIn("沁县", Collections.nCopies(questions().size() + 1, "希望增加演出"))));

    respondents.answer(token, SampleForms.form(1));
    assertThat(forms.of(key)).hasSize(1);
  }

  @Test
  void a_token_that_nobody_made_opens_nothing_and_is_not_repeated() {
    assertThatThrownBy(() -> respondents.answer("guessed", SampleForms.form(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageNotContaining("guessed")
        .extracting("code")
        .isEqualTo("consultation.token-unknown");
  }

  @Test
  void only_the_unit_and_the_office_invite() {
    refused("consultation.not-yours", () -> respondents.invite(key, List.of("沁县"), "library.head"));
    assertThat(respondents.invite(key, List.of("沁县"), "helixin")).hasSize(1);
  }

  @Test
  void staff_sees_who_has_not_answered() {
    var made = respondents.invite(key, List.of("武乡县文化馆", "沁县文化馆", ""), "arts.liaison");
    respondents.answer(made.get(0).token(), SampleForms.form(1));

    assertThat(tokens.notAnswered(key)).containsExactly("沁县文化馆");
    assertThat(tokens.invited(key)).isEqualTo(new AnswerTokens.Invited(2, 1, 1, 1));
    var nobody = campaign.key("consultation/opinion-forms/library");
    assertThat(tokens.invited(nobody)).isEqualTo(new AnswerTokens.Invited(0, 0, 0, 0));
  }

  @Test
  void everybody_sees_how_many_have_answered_where_the_office_wants_it_only() {
    respondents.answer(invite(1).get(0), SampleForms.form(1));
    assertThat(counts.consultation(key)).isEmpty();
    refused("consultation.office-only", () -> counts.showConsultation(key, true, "arts.liaison"));

    counts.showConsultation(key, true, "helixin");
    counts.showConsultation(key, true, "helixin");
    assertThat(counts.consultation(key)).contains(new PublicCountService.Page("征求意见表 · 艺术科", 1));
    assertThat(counts.consultation(campaign.key("consultation/opinion-forms/library"))).isEmpty();

    counts.showConsultation(key, false, "helixin");
    assertThat(counts.consultation(key)).isEmpty();
    assertThat(done(key))
        .containsSubsequence("COUNT_SHOWN", "COUNT_HIDDEN")
        .doesNotHaveDuplicates();
  }

  @Test
  void nobody_sees_how_many_have_answered_before_it_begins() {
    campaign.launch();
    key = campaign.key("consultation/opinion-forms/arts");
    assertThat(consultations.get(key).state()).isEqualTo(State.PLANNED);

    counts.showConsultation(key, true, "helixin");

    assertThat(counts.isShown(key)).isTrue();
    assertThat(counts.consultation(key)).isEmpty();
  }

  private List<String> done(String key) {
    return jdbc.sql("select what from consultation_event where item_key = ? order by id")
        .param(key)
        .query(String.class)
        .list();
  }

  @Test
  void tokens_are_long_random_and_kept_as_hashes_only() {
    var tokens = invite(100);

    assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.length() >= 27);
    assertThat(cellsWith(tokens.get(0))).isEmpty();
  }

  /** A19, S14: all tables and the log after 100 answers. */
  @Test
  void nothing_ties_an_answer_to_its_token_or_to_a_time_of_day(CapturedOutput log) {
    var tokens = invite(100);
    var eventsBefore = count("consultation_event");
    var rowBefore = consultations.get(key);
    for (var i = 0; i < tokens.size(); i++) {
      respondents.answer(tokens.get(i), SampleForms.form(i + 1));
    }

    assertThat(forms.of(key)).hasSize(100);
    assertThat(count("consultation_event")).isEqualTo(eventsBefore);
    assertThat(consultations.get(key)).isEqualTo(rowBefore);
    assertThat(columns("consultation_form"))
        .doesNotContainKeys("token_hash", "recipient")
        .containsEntry("entered_on", "DATE");
    assertThat(columns("consultation_form").values()).noneMatch(type -> type.contains("TIME"));
    assertThat(columns("consultation_token"))
        .containsOnlyKeys("token_hash", "item_key", "recipient", "used");
    var answer = SampleForms.form(42).answers().get(0);
    assertThat(cellsWith(answer)).containsExactly("consultation_form.answers");
    assertThat(cellsWith(Wording.sha256(tokens.get(41))))
        .containsExactly("consultation_token.token_hash");
    assertThat(cellsWith(tokens.get(41))).isEmpty();
    assertThat(log.getAll()).doesNotContain(answer).doesNotContain(tokens.get(41));
  }

  private List<String> invite(int number) {
    return respondents.invite(key, Collections.nCopies(number, ""), "arts.liaison").stream()
        .map(Invitation::token)
        .toList();
  }

  private List<String> questions() {
    var launched = campaigns.get(campaign.id());
    return ConsultationEntries.of(launched, consultations.get(key)).questions();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private Map<String, String> columns(String table) {
    var types = new HashMap<String, String>();
    jdbc.sql(
            """
            select lower(column_name) as name, upper(data_type) as type
            from information_schema.columns where lower(table_name) = ?
            """)
        .param(table)
        .query(
            row -> {
              types.put(row.getString("name"), row.getString("type"));
            });
    assertThat(types).isNotEmpty();
    return types;
  }

  /** Columns of all tables, the engine's among them, in which that text occurs. */
  private List<String> cellsWith(String text) {
    var found = new ArrayList<String>();
    jdbc.sql(
            """
            select c.table_name as tab, c.column_name as col from information_schema.columns c
            join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where t.table_type = 'BASE TABLE' and lower(c.table_schema) = 'public'
              and c.data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT',
                'BINARY VARYING', 'BINARY LARGE OBJECT')
            """)
        .query((row, number) -> List.of(row.getString("tab"), row.getString("col")))
        .list()
        .forEach(
            cell -> {
              if (occurs(text, cell.get(0), cell.get(1))) {
                found.add((cell.get(0) + "." + cell.get(1)).toLowerCase(Locale.ROOT));
              }
            });
    return found;
  }

  private boolean occurs(String text, String table, String column) {
    return jdbc
        .sql("select \"%s\" from \"%s\" where \"%s\" is not null".formatted(column, table, column))
        .query((row, number) -> plain(row.getObject(1)))
        .list()
        .stream()
        .anyMatch(value -> value.contains(text));
  }

  private static String plain(Object value) {
    try {
      if (value instanceof Clob clob) {
        return clob.getSubString(1, (int) clob.length());
      }
      if (value instanceof Blob blob) {
        return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
      }
      return value instanceof byte[] bytes
          ? new String(bytes, StandardCharsets.UTF_8)
          : value.toString();
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refusal.class).extracting("code").isEqualTo(code);
  }
}
