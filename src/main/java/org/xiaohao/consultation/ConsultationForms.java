package org.xiaohao.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiaohao.consultation.ConsultationForm.Source;

/** The forms that came back. */
@Repository
public class ConsultationForms {

  private static final TypeReference<List<String>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ConsultationForms(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All forms of a unit in a consultation, by number. */
  public List<ConsultationForm> of(String key) {
    return jdbc.sql("select * from consultation_form where item_key = ? order by number")
        .param(key)
        .query(this::form)
        .list();
  }

  /** How many of them count for the quota. */
  public int valid(String key) {
    return jdbc.sql(
            "select count(*) from consultation_form where item_key = ? and validity = 'VALID'")
        .param(key)
        .query(Integer.class)
        .single();
  }

  /** How many forms of a consultation, of all units, came through its online poll. */
  public int polled(String campaignId, String consultationId) {
    return jdbc.sql(
            """
            select count(*) from consultation_form f
            join consultation_item i on i.item_key = f.item_key
            where i.campaign_id = ? and i.consultation_id = ? and f.source = 'POLL'
            """)
        .params(campaignId, consultationId)
        .query(Integer.class)
        .single();
  }

  Optional<ConsultationForm> find(String key, int number) {
    return jdbc.sql("select * from consultation_form where item_key = ? and number = ?")
        .params(key, number)
        .query(this::form)
        .optional();
  }

  /** Number of the first form that says the same. */
  OptionalInt sameContent(String key, FilledIn content) {
    var number =
        jdbc.sql(
                """
                select coalesce(min(number), 0) from consultation_form
                where item_key = ? and content_hash = ?
                """)
            .params(key, Wording.fingerprint(content.answers()))
            .query(Integer.class)
            .single();
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Number of the next form; only under {@link Consultations#lock}. */
  int nextNumber(String key) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from consultation_form where item_key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  void insert(ConsultationForm form) {
    jdbc.sql(
            """
            insert into consultation_form (item_key, number, entered_on, entered_by, affiliation,
              answers, content_hash, validity, reason, source)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            form.itemKey(),
            form.number(),
            form.day(),
            form.enteredBy(),
            form.content().affiliation(),
            write(form.content().answers()),
            Wording.fingerprint(form.content().answers()),
            form.validity().name(),
            form.reason(),
            form.source().name())
        .update();
  }

  void overrule(ConsultationForm form, Validity validity, String reason, String by) {
    jdbc.sql(
            """
            update consultation_form set validity = ?, reason = ?, judged_by = ?
            where item_key = ? and number = ?
            """)
        .params(validity.name(), reason, by, form.itemKey(), form.number())
        .update();
  }

  private ConsultationForm form(ResultSet row, int number) throws SQLException {
    return new ConsultationForm(
        row.getString("item_key"),
        row.getInt("number"),
        row.getObject("entered_on", LocalDate.class),
        row.getString("entered_by"),
        Source.valueOf(row.getString("source")),
        new FilledIn(row.getString("affiliation"), read(row.getString("answers"))),
        Validity.valueOf(row.getString("validity")),
        row.getString("reason"),
        row.getString("judged_by"));
  }

  private String write(List<String> answers) {
    try {
      return json.writeValueAsString(answers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("answers cannot be stored", impossible);
    }
  }

  private List<String> read(String answers) {
    try {
      return json.readValue(answers, ANSWERS);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("stored answers cannot be read", broken);
    }
  }
}
