package org.xiaohao.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.shared.Chunks;
import org.xiaohao.shared.DbTime;

/** How people want to be told. */
@Service
@Transactional
public class Choices {

  private final JdbcClient jdbc;
  private final Clock clock;

  Choices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What that person has chosen. */
  public Choice of(String personId) {
    return of(List.of(personId)).getOrDefault(personId, Choice.DIGEST);
  }

  /** What those people have chosen; whoever is not in it gets the digest. */
  public Map<String, Choice> of(Collection<String> people) {
    var choices = new HashMap<String, Choice>();
    for (var chunk : Chunks.of(new HashSet<>(people))) {
      jdbc.sql("select person_id, choice from notification_choice where person_id in (:people)")
          .param("people", chunk)
          .query(
              row -> {
                choices.put(row.getString("person_id"), Choice.valueOf(row.getString("choice")));
              });
    }
    return choices;
  }

  /** Whether anybody wants to be told of everything at once. */
  public boolean anyAtOnce() {
    return jdbc.sql(
            """
            select person_id from notification_choice where choice = 'AT_ONCE'
            fetch first 1 row only
            """)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** Chooses from now on; what is written already leaves as it would have. */
  public void choose(String personId, Choice choice) {
    var now = DbTime.of(clock.instant());
    var changed =
        jdbc.sql("update notification_choice set choice = ?, chosen_at = ? where person_id = ?")
            .params(choice.name(), now, personId)
            .update();
    if (changed == 0) {
      jdbc.sql("insert into notification_choice (person_id, choice, chosen_at) values (?, ?, ?)")
          .params(personId, choice.name(), now)
          .update();
    }
  }
}
