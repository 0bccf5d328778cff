package org.xiaohao.briefing;

import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;

/** Notes that a briefing took up what somebody did. The only writer of the room's tables. */
@Service
@Transactional
public class AdoptionService {

  private static final int LONGEST = 200;

  private final Adoptions adoptions;
  private final Campaigns campaigns;
  private final Clock clock;

  AdoptionService(Adoptions adoptions, Campaigns campaigns, Clock clock) {
    this.adoptions = adoptions;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Notes it; the appraisal counts it for the unit or person whose it is (R86-R88).
   *
   * @param briefing number or title of the briefing; required, at most 200 characters
   * @param by somebody of the office
   * @throws Refusal if nothing was done there yet, it is nobody's, or that briefing was noted
   *     before
   */
  public void adopt(String itemKey, String briefing, String by) {
    var work = adoptions.work(itemKey).orElseThrow(() -> new Refusal("briefing.unknown", itemKey));
    if (campaigns.get(work.campaignId()).plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("briefing.office-only");
    }
    if (briefing.isBlank() || briefing.length() > LONGEST || briefing.indexOf('\0') >= 0) {
      throw new Refusal("briefing.which", String.valueOf(LONGEST));
    }
    if (!work.there()) {
      throw new Refusal("briefing.nothing-there", work.title());
    }
    if (work.unitId() == null && work.personId() == null) {
      throw new Refusal("briefing.nobodys", work.title());
    }
    try {
      adoptions.insert(
          new Adoption(
              work.campaignId(),
              itemKey,
              work.unitId(),
              work.personId(),
              briefing.strip(),
              by,
              clock.instant()));
    } catch (DuplicateKeyException before) {
      throw new Refusal("briefing.noted-before", work.title(), briefing.strip());
    }
  }
}
