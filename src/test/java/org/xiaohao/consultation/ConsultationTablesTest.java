package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiaohao.calendar.EffectiveDate;
import org.xiaohao.consultation.Consultation.State;
import org.xiaohao.shared.Refusal;
import org.xiaohao.shared.TestDatabases;

class ConsultationTablesTest {

  private static final Instant LIMIT = Instant.parse("2017-04-28T10:00:00Z");

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void a_row_is_written_once_and_read_as_it_was_written(DataSource database) {
    var consultations = new Consultations(JdbcClient.create(database));
    var planned = planned("arts");

    consultations.insert(planned);
    var open = consultations.save(consultations.get(planned.key()).opened());
    consultations.insert(planned);

    assertThat(open)
        .usingRecursiveComparison()
        .ignoringFields("state", "version")
        .isEqualTo(planned);
    assertThat(consultations.get(planned.key()).state()).isEqualTo(State.COLLECTING);
    assertThatThrownBy(() -> consultations.save(planned.opened()))
        .isInstanceOf(Refusal.class)
        .extracting("code")
        .isEqualTo("consultation.changed-meanwhile");
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void forms_are_counted_by_unit_in_the_order_of_planning_with_zeros(DataSource database) {
    var jdbc = JdbcClient.create(database);
    var consultations = new Consultations(jdbc);
    var forms = new ConsultationForms(jdbc, new ObjectMapper());
    List.of("office", "arts", "library").forEach(unit -> consultations.insert(planned(unit)));
    forms.insert(form("arts", 1, Validity.VALID));
    forms.insert(form("arts", 2, Validity.DUPLICATE));
    forms.insert(form("library", 1, Validity.VALID));

    assertThat(consultations.validForms("c1", "opinion-forms"))
        .containsExactly(
            new UnitForms("office", 0, 0, 20),
            new UnitForms("arts", 1, 2, 20),
            new UnitForms("library", 1, 1, 20));
    assertThat(forms.of(key("arts")))
        .containsExactly(form("arts", 1, Validity.VALID), form("arts", 2, Validity.DUPLICATE));
    assertThat(forms.sameContent(key("arts"), SampleForms.form(2))).hasValue(2);
    assertThat(forms.sameContent(key("arts"), SampleForms.form(3))).isEmpty();
    assertThat(forms.sameContent(key("office"), SampleForms.form(1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(TestDatabases.ALL)
  void the_ledger_tells_who_is_to_act(DataSource database) {
    var jdbc = JdbcClient.create(database);
    var consultations = new Consultations(jdbc);
    consultations.insert(planned("arts"));
    var open = consultations.save(consultations.get(key("arts")).opened());
    assertThat(waitsFor(jdbc)).isEqualTo("OWNER");

    consultations.save(open.fellShort(LIMIT, LIMIT));

    assertThat(waitsFor(jdbc)).isEqualTo("OFFICE");
  }

  @Test
  void not_even_the_transaction_that_wrote_a_row_ties_a_form_to_its_token() {
    var database = TestDatabases.postgreSql();
    var jdbc = JdbcClient.create(database);
    var consultations = new Consultations(jdbc);
    var forms = new ConsultationForms(jdbc, new ObjectMapper());
    var tokens = new AnswerTokens(jdbc);
    consultations.insert(planned("arts"));
    List.of("one", "two", "three")
        .forEach(token -> tokens.insert(key("arts"), new Invitation("", token)));

    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(
            status -> {
              forms.insert(form("arts", 1, Validity.VALID));
              tokens.use(key("arts"), "two");
            });

    assertThat(tokens.used("two")).isTrue();
    assertThat(tokens.used("one")).isFalse();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from consultation_token t
                    join consultation_form f on t.xmin = f.xmin
                    """)
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  private static String waitsFor(JdbcClient jdbc) {
    return jdbc.sql("select waits_for from ledger_item where item_key = ?")
        .param(key("arts"))
        .query(String.class)
        .single();
  }

  private static String key(String unit) {
    return "c1/consultation/opinion-forms/" + unit;
  }

  private static ConsultationForm form(String unit, int number, Validity validity) {
    return new ConsultationForm(
        key(unit),
        number,
        LocalDate.of(2017, 4, 17),
        "arts.liaison",
        ConsultationForm.Source.PAPER,
        SampleForms.form(number),
        validity,
        null,
        null);
  }

  private static Consultation planned(String unit) {
    return new Consultation(
        key(unit),
        "c1",
        "opinion-forms",
        "benchmark",
        "standards",
        unit,
        "征求意见表 · " + unit,
        20,
        State.PLANNED,
        new EffectiveDate(LocalDate.of(2017, 4, 30), LocalDate.of(2017, 4, 28), "劳动节"),
        LIMIT,
        LIMIT,
        null,
        null,
        null,
        null,
        null,
        0);
  }
}
