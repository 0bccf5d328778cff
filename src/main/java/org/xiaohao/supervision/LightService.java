package org.xiaohao.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.attachment.FileAdded;
import org.xiaohao.attachment.FileRemoved;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.engine.ChangedItems;
import org.xiaohao.engine.Decisions;
import org.xiaohao.engine.TaskChanges;
import org.xiaohao.supervision.Lights.Case;
import org.xiaohao.supervision.Lights.Standing;

/**
 * Gives every item its light: all of them each working morning, a single one whenever something
 * happened to it. Slips and incidents follow the lights.
 */
@Service
@Transactional
public class LightService implements ChangedItems {

  private final Lights lights;
  private final SlipService slips;
  private final Incidents incidents;
  private final Campaigns campaigns;
  private final Decisions decisions;
  private final TaskChanges changes;
  private final Clock clock;

  LightService(
      Lights lights,
      SlipService slips,
      Incidents incidents,
      Campaigns campaigns,
      Decisions decisions,
      TaskChanges changes,
      Clock clock) {
    this.lights = lights;
    this.slips = slips;
    this.incidents = incidents;
    this.campaigns = campaigns;
    this.decisions = decisions;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Looks at all open items of a campaign: one query for the dates that they have in common, one
   * decision for each of these, and three statements that turn the lights.
   *
   * @return how many items changed their colour
   */
  public int turnAll(String campaignId) {
    var rule = rule(campaignId);
    var cases =
        lights.cases(campaignId).stream()
            .map(facts -> new Case(facts, rule.light(facts), rule.limitDay(facts)))
            .toList();
    return lights.turn(campaignId, cases, rule.now());
  }

  /** The lights of a working morning, and the slips that come of them. */
  void morning(String campaignId) {
    turnAll(campaignId);
    slips.takeOff(campaignId);
    slips.write(campaignId);
    incidents.reconcile(campaignId);
  }

  /**
   * Brings about what {@link #morning} decided, a chunk at a time: closes slips, has others
   * answered, raises and resolves incidents.
   *
   * @param size at most so many of each
   * @return whether there is more
   */
  public boolean follow(String campaignId, int size) {
    var closed = slips.closeChunk(campaignId, size);
    var opened = slips.openChunk(campaignId, size);
    return incidents.follow(campaignId, size) || closed == size || opened == size;
  }

  @Override
  public void changed(Set<String> keys) {
    var rules = new HashMap<String, LightRule>();
    var turned = new ArrayList<String>();
    var red = new TreeMap<String, Set<String>>();
    var over = new ArrayList<String>();
    // in the order of keys: two transactions that touch the same items do not wait in a circle
    for (var standing : lights.standing(new TreeSet<>(keys))) {
      var rule = rules.computeIfAbsent(standing.campaignId(), this::rule);
      var light = standing.watched() ? rule.light(standing.facts()) : Light.NONE;
      if (light != Light.NONE || standing.before() != Light.NONE) {
        turn(standing, light, rule);
      }
      if (light != standing.before()) {
        turned.add(standing.key());
      }
      if (light == Light.RED) {
        red.computeIfAbsent(standing.campaignId(), any -> new TreeSet<>()).add(standing.key());
      } else if (standing.before() == Light.RED) {
        over.add(standing.key());
      }
    }
    slips.settle(turned);
    incidents.settle(over);
    red.forEach(incidents::red);
  }

  /** Evidence shows that a problem is worked on. */
  @EventListener
  void on(FileAdded added) {
    changes.touched(added.file().subject());
  }

  @EventListener
  void on(FileRemoved removed) {
    changes.touched(removed.file().subject());
  }

  private void turn(Standing standing, Light light, LightRule rule) {
    lights.turn(
        standing.key(), standing.campaignId(), light, rule.limitDay(standing.facts()), rule.now());
  }

  private LightRule rule(String campaignId) {
    var dates = campaigns.dates(campaigns.get(campaignId));
    return new LightRule(decisions, dates, clock.instant());
  }
}
