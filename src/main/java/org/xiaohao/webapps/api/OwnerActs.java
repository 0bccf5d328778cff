package org.xiaohao.webapps.api;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.submission.SubmissionService;

/** What owners may do with a paper beyond its form, as the person who is logged in. */
@Component
public class OwnerActs {

  private final ItemAccess access;
  private final SubmissionService submissions;
  private final DeputyService deputies;
  private final Login login;

  OwnerActs(ItemAccess access, SubmissionService submissions, DeputyService deputies, Login login) {
    this.access = access;
    this.submissions = submissions;
    this.deputies = deputies;
    this.login = login;
  }

  /**
   * Takes it back before it was reviewed.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, or is reviewed already
   */
  public void withdraw(String key) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> submissions.withdraw(key, person));
    acted(item, "withdraw");
  }

  /**
   * Asks the office for more time.
   *
   * @throws org.xiaohao.shared.Refusal if it is not theirs, no reason is given, or the day is none
   *     that can be asked for
   */
  public void askExtension(String key, LocalDate until, String reason) {
    var person = login.id();
    var item = access.visible(key);
    login.asHouse(() -> submissions.askExtension(key, until, reason, person));
    acted(item, "askExtension");
  }

  /** What a deputy did is noted as done for the absent person. */
  private void acted(LedgerItem item, String what) {
    deputies.acted(item.campaignId(), item.key(), what, login.id(), access.owners(item));
  }
}
