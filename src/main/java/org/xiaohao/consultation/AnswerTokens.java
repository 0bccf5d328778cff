package org.xiaohao.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was invited to answer, and who has not answered yet; never who answered what (A19). */
@Repository
public class AnswerTokens {

  private final JdbcClient jdbc;

  AnswerTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Recipients who have not answered, by name; without those tokens that name nobody. */
  public List<String> notAnswered(String key) {
    return jdbc.sql(
            """
            select recipient from consultation_token
            where item_key = ? and not used and recipient <> '' order by recipient
            """)
        .param(key)
        .query(String.class)
        .list();
  }

  /**
   * How many were invited, and how many have answered.
   *
   * @param named who were invited by name
   * @param answered how many of them have answered
   * @param unnamed links for whoever comes
   * @param left how many of those are not used
   */
  public record Invited(int named, int answered, int unnamed, int left) {}

  /** How many were invited to answer a consultation, and how many have answered. */
  public Invited invited(String key) {
    return jdbc.sql(
            """
            select sum(case when recipient <> '' then 1 else 0 end) as named,
              sum(case when recipient <> '' and used then 1 else 0 end) as answered,
              sum(case when recipient = '' then 1 else 0 end) as unnamed,
              sum(case when recipient = '' and not used then 1 else 0 end) as unused
            from consultation_token where item_key = ?
            """)
        .param(key)
        .query(
            (row, number) ->
                new Invited(
                    row.getInt("named"),
                    row.getInt("answered"),
                    row.getInt("unnamed"),
                    row.getInt("unused")))
        .single();
  }

  void insert(String key, Invitation invitation) {
    jdbc.sql(
            """
            insert into consultation_token (token_hash, item_key, recipient, used)
            values (?, ?, ?, false)
            """)
        .params(Wording.sha256(invitation.token()), key, invitation.recipient())
        .update();
  }

  /** Key of the consultation that a token belongs to. */
  Optional<String> key(String token) {
    return jdbc.sql("select item_key from consultation_token where token_hash = ?")
        .param(Wording.sha256(token))
        .query(String.class)
        .optional();
  }

  boolean used(String token) {
    return jdbc.sql("select used from consultation_token where token_hash = ?")
        .param(Wording.sha256(token))
        .query(Boolean.class)
        .single();
  }

  /**
   * Marks a token as used; only under {@link Consultations#lock}. All tokens of the consultation
   * are written anew, so that not even the transaction number that PostgreSQL keeps beside each row
   * tells which of them belongs to the form of the same transaction.
   */
  void use(String key, String token) {
    jdbc.sql(
            """
            update consultation_token set used = (used or token_hash = ?) where item_key = ?
            """)
        .params(Wording.sha256(token), key)
        .update();
  }
}
