package org.xiaohao.briefing;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.briefing.Adoptions.Work;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.shared.Refusal;

/**
 * Notes that a briefing took up what somebody did, and takes that back. The only writer of the
 * room's tables.
 */
@Service
@Transactional
public class AdoptionService {

  private static final int LONGEST = 200;

  private static final int LONGEST_REASON = 2000;

  private final Adoptions adoptions;
  private final Campaigns campaigns;
  private final Responsibles responsibles;
  private final Clock clock;

  AdoptionService(
      Adoptions adoptions, Campaigns campaigns, Responsibles responsibles, Clock clock) {
    this.adoptions = adoptions;
    this.campaigns = campaigns;
    this.responsibles = responsibles;
    this.clock = clock;
  }

  /**
   * Notes it; the appraisal counts it for the unit or person whose it is, of a branch for the unit
   * of its secretary (R86-R88).
   *
   * @param briefing number or title of the briefing; required, at most 200 characters
   * @param by somebody of the office
   * @throws Refusal if nothing was done there yet, it is nobody's, or that briefing was noted
   *     before
   */
  public void adopt(String itemKey, String briefing, String by) {
    var work = requireOffice(itemKey, by);
    if (briefing.isBlank() || briefing.length() > LONGEST || briefing.indexOf('\0') >= 0) {
      throw new Refusal("briefing.which", String.valueOf(LONGEST));
    }
    if (!work.there()) {
      throw new Refusal("briefing.nothing-there", work.title());
    }
    var whose = whose(work);
    if (whose.unitId() == null && whose.personId() == null) {
      throw new Refusal("briefing.nobodys", work.title());
    }
    try {
      adoptions.insert(
          new Adoption(
              work.campaignId(),
              itemKey,
              whose.unitId(),
              whose.personId(),
              briefing.strip(),
              by,
              clock.instant()));
    } catch (DuplicateKeyException before) {
      throw new Refusal("briefing.noted-before", work.title(), briefing.strip());
    }
  }

  /**
   * Takes back what was noted by mistake: it counts no more, and may be noted again.
   *
   * @param briefing the briefing as it was noted
   * @param reason why; required, at most 2,000 characters
   * @param by somebody of the office
   */
  public void withdraw(String itemKey, String briefing, String reason, String by) {
    var work = requireOffice(itemKey, by);
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new Refusal("briefing.withdraw-reason", String.valueOf(LONGEST_REASON));
    }
    if (!adoptions.withdraw(itemKey, briefing.strip(), reason.strip(), by, clock.instant())) {
      throw new Refusal("briefing.not-noted", work.title(), briefing.strip());
    }
  }

  private Work requireOffice(String itemKey, String by) {
    var work = adoptions.work(itemKey).orElseThrow(() -> new Refusal("briefing.unknown", itemKey));
    if (campaigns.get(work.campaignId()).plan().office().people().noneMatch(by::equals)) {
      throw new Refusal("briefing.office-only");
    }
    return work;
  }

  /** For whom it counts; a secretary of no unit gets the credit as a person. */
  private record Whose(@Nullable String unitId, @Nullable String personId) {}

  private Whose whose(Work work) {
    if (work.branchId() == null) {
      return new Whose(work.unitId(), work.personId());
    }
    return responsibles
        .secretaryOf(work.campaignId(), work.branchId())
        .map(
            secretary ->
                secretary.unitId() == null
                    ? new Whose(null, secretary.id())
                    : new Whose(secretary.unitId(), null))
        .orElseGet(() -> new Whose(null, null));
  }
}
