package org.xiaohao.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A returned form. Nothing in it tells who filled it in, or when it was to the hour (A19).
 *
 * @param number from 1 in its unit and consultation
 * @param day on which it came in, in the zone of the campaign
 * @param enteredBy clerk who entered it; null where the respondent answered alone
 * @param source how it came back
 * @param reason why it does not count, or why the office decided so; null where the rules found
 *     nothing
 * @param judgedBy person of the office who overruled the rules; null where the rules stand
 */
public record ConsultationForm(
    String itemKey,
    int number,
    LocalDate day,
    @Nullable String enteredBy,
    Source source,
    FilledIn content,
    Validity validity,
    @Nullable String reason,
    @Nullable String judgedBy) {

  /** How a form comes back. */
  public enum Source {
    /** A clerk entered it. */
    PAPER,
    /** By a personal link. */
    INVITATION,
    /** Through the open page of an online poll (R47). */
    POLL
  }

  /** Whether it counts for the quota. */
  public boolean isValid() {
    return validity == Validity.VALID;
  }
}
