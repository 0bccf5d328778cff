package org.xiaohao.webapps.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Plan.Role;
import org.xiaohao.roster.Deputies;
import org.xiaohao.supervision.Light;
import org.xiaohao.supervision.Lights;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.Slips;
import org.xiaohao.supervision.Urges;

/** What supervision says about one item, to somebody who may see the item. */
@Component
class ItemSupervision {

  private final Lights lights;
  private final Slips slips;
  private final Urges urges;
  private final Deputies deputies;
  private final ItemWords words;
  private final Login login;

  ItemSupervision(
      Lights lights, Slips slips, Urges urges, Deputies deputies, ItemWords words, Login login) {
    this.lights = lights;
    this.slips = slips;
    this.urges = urges;
    this.deputies = deputies;
    this.words = words;
    this.login = login;
  }

  Light light(String key) {
    return lights.of(key);
  }

  Map<String, Light> lights(Collection<String> keys) {
    return lights.of(keys);
  }

  List<ItemView.SlipMark> slips(Campaign campaign, String key) {
    return slips.about(key).stream()
        .map(
            slip ->
                new ItemView.SlipMark(
                    slip.mark(),
                    slip.light(),
                    words.name(campaign, slip.personId()),
                    words.moment(campaign, slip.issuedAt()),
                    Api.word("webapps.slip." + slip.state().name()),
                    answer(campaign, slip)))
        .toList();
  }

  /**
   * What the owner answers is read by all who see the item. Who answers above may speak of several
   * people: that is for them, the office and the leading group.
   */
  private ItemView.@Nullable SlipAnswer answer(Campaign campaign, Slip slip) {
    var done = slip.done();
    var reason = slip.reason();
    var byWhen = slip.byWhen();
    if (done == null || reason == null || byWhen == null) {
      return null;
    }
    var readable =
        slip.role() == Role.OWNER
            || login.oversees(campaign.id())
            || deputies.acts(campaign.id(), login.id(), slip.personId());
    return readable
        ? new ItemView.SlipAnswer(words.moment(campaign, slip.answeredAt()), done, reason, byWhen)
        : null;
  }

  List<ItemView.Urged> urges(Campaign campaign, String key) {
    return urges.about(key).stream()
        .map(
            urge ->
                new ItemView.Urged(
                    urge.id(),
                    words.moment(campaign, urge.urgedAt()),
                    words.name(campaign, urge.personId()),
                    urge.text(),
                    urge.answer(),
                    urge.answer() == null
                        && deputies.acts(campaign.id(), login.id(), urge.personId())))
        .toList();
  }
}
