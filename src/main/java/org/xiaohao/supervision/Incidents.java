package org.xiaohao.supervision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Chunks;

/**
 * Keeps one incident per red item. An incident goes with the task at which it was raised; it is
 * raised again where the next task of the item is red as well.
 */
@Component
class Incidents {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final IncidentWorkflow workflow;

  Incidents(JdbcClient jdbc, JdbcTemplate batch, IncidentWorkflow workflow) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.workflow = workflow;
  }

  /** Forgets incidents that the engine no longer has, after a restart or a change by hand. */
  void reconcile(String campaignId) {
    var known = new HashMap<String, String>();
    jdbc.sql("select incident_id, item_key from supervision_incident where campaign_id = ?")
        .param(campaignId)
        .query(
            row -> {
              known.put(row.getString("incident_id"), row.getString("item_key"));
            });
    var standing = workflow.standing(known.keySet());
    known.keySet().removeAll(standing);
    forget(known.values());
  }

  /**
   * Raises and resolves what the lights ask for.
   *
   * @param size at most so many of each
   * @return whether there may be more
   */
  boolean follow(String campaignId, int size) {
    var red =
        jdbc.sql(
                """
                select l.item_key from supervision_light l
                where l.campaign_id = ? and l.light = 'RED' and not exists (
                  select 1 from supervision_incident n where n.item_key = l.item_key)
                order by l.item_key fetch first ? rows only
                """)
            .params(campaignId, size)
            .query(String.class)
            .list();
    var raised = raise(campaignId, red);
    var over =
        jdbc.sql(
                """
                select n.item_key from supervision_incident n
                join supervision_light l on l.item_key = n.item_key
                where n.campaign_id = ? and l.light <> 'RED'
                order by n.item_key fetch first ? rows only
                """)
            .params(campaignId, size)
            .query(String.class)
            .list();
    settle(over);
    return raised == size || over.size() == size;
  }

  /** Items are red, or still red: each has an incident afterwards, if it waits for a task. */
  void red(String campaignId, Collection<String> keys) {
    var known = known(keys);
    var standing = workflow.standing(known.values());
    var gone = known.keySet().stream().filter(k -> !standing.contains(known.get(k))).toList();
    forget(gone);
    raise(
        campaignId,
        keys.stream().filter(key -> !known.containsKey(key) || gone.contains(key)).toList());
  }

  /** Items are red no more. */
  void settle(Collection<String> keys) {
    var known = known(keys);
    workflow.settled(known.values());
    forget(known.keySet());
  }

  private int raise(String campaignId, List<String> keys) {
    if (keys.isEmpty()) {
      return 0;
    }
    var raised = workflow.raised(keys);
    batch.batchUpdate(
        """
        insert into supervision_incident (item_key, campaign_id, incident_id) values (?, ?, ?)
        """,
        raised.entrySet().stream()
            .map(entry -> new Object[] {entry.getKey(), campaignId, entry.getValue()})
            .toList());
    return raised.size();
  }

  private Map<String, String> known(Collection<String> keys) {
    var known = new HashMap<String, String>();
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql("select item_key, incident_id from supervision_incident where item_key in (:keys)")
          .param("keys", chunk)
          .query(
              row -> {
                known.put(row.getString("item_key"), row.getString("incident_id"));
              });
    }
    return known;
  }

  private void forget(Collection<String> keys) {
    for (var chunk : Chunks.of(keys)) {
      jdbc.sql("delete from supervision_incident where item_key in (:keys)")
          .param("keys", chunk)
          .update();
    }
  }
}
