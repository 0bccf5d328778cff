package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.roster.Deputies;

/** Whose calendars note a limit, because a mail asked them to. */
@Service
@Transactional(readOnly = true)
public class CalendarEntries {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Campaigns campaigns;
  private final Deputies deputies;
  private final Clock clock;

  CalendarEntries(
      JdbcClient jdbc, ObjectMapper json, Campaigns campaigns, Deputies deputies, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.campaigns = campaigns;
    this.deputies = deputies;
    this.clock = clock;
  }

  /**
   * Who has to be told where the limit of an item is moved or given up. Whoever gets a copy of what
   * is said to another of them, as a deputy, is not among them.
   *
   * @param itemKey business key of what is due
   * @return logins, in the order in which they were told; empty where no mail noted the limit
   */
  public List<String> holders(String itemKey) {
    var last = new LinkedHashMap<String, Kind>();
    jdbc.sql(
            """
            select person_id, calendar from notification_outbox
            where item_key = ? and channel = 'MAIL' and state in ('QUEUED', 'SENT')
              and calendar is not null order by id
            """)
        .param(itemKey)
        .query(
            row -> {
              var entry = appointment(row.getString("calendar"));
              if (entry.uid().equals(Appointment.limitOf(itemKey))) {
                last.put(row.getString("person_id"), entry.kind());
              }
            });
    last.values().removeIf(kind -> kind == Kind.CANCELLED);
    return last.isEmpty() ? List.of() : withoutDeputies(itemKey, last.keySet());
  }

  private List<String> withoutDeputies(String itemKey, Set<String> people) {
    var campaign = campaigns.of(itemKey);
    var today = campaigns.dates(campaign).day(clock.instant());
    var standIns = deputies.of(campaign.id(), people, today).values();
    return people.stream().filter(person -> !standIns.contains(person)).toList();
  }

  private Appointment appointment(String text) {
    try {
      return json.readValue(text, Appointment.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
