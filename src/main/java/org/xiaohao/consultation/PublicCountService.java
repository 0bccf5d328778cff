package org.xiaohao.consultation;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Refusal;

/**
 * Pages on which everybody sees how many have answered: the number alone, where the office wants
 * it.
 */
@Service
@Transactional
public class PublicCountService {

  private final PublicCounts shown;
  private final Consultations consultations;
  private final ConsultationForms forms;
  private final Polls polls;
  private final ConsultationRules rules;
  private final Campaigns campaigns;
  private final Clock clock;

  PublicCountService(
      PublicCounts shown,
      Consultations consultations,
      ConsultationForms forms,
      Polls polls,
      ConsultationRules rules,
      Campaigns campaigns,
      Clock clock) {
    this.shown = shown;
    this.consultations = consultations;
    this.forms = forms;
    this.polls = polls;
    this.rules = rules;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * What everybody sees.
   *
   * @param count valid forms of a consultation, all forms that came through a poll
   */
  public record Page(String title, int count) {}

  /**
   * Whether there is such a page.
   *
   * @param subject key of a consultation, or code of a poll
   */
  @Transactional(readOnly = true)
  public boolean isShown(String subject) {
    return shown.has(subject);
  }

  /** The page of a consultation, by its key; empty before it begins and where nobody wants it. */
  @Transactional(readOnly = true)
  public Optional<Page> consultation(String key) {
    return consultations
        .find(key)
        .filter(row -> row.state() != Consultation.State.PLANNED)
        .filter(row -> shown.has(key))
        .map(row -> new Page(row.title(), forms.valid(key)));
  }

  /** The page of a poll, by its code; empty where nobody wants it. */
  @Transactional(readOnly = true)
  public Optional<Page> poll(String code) {
    return polls
        .find(code)
        .filter(poll -> shown.has(code))
        .map(
            poll ->
                new Page(
                    title(poll.campaignId(), poll.consultationId()),
                    forms.polled(poll.campaignId(), poll.consultationId())));
  }

  /**
   * Shows the count of a consultation to everybody, or no more.
   *
   * @param by somebody of the office
   * @throws Refusal if there is no such consultation, or it is of another office
   */
  public void showConsultation(String key, boolean show, String by) {
    var consultation = consultations.lock(key);
    rules.requireOffice(consultation, by);
    if (change(key, show)) {
      consultations.record(key, clock.instant(), by, what(show), null);
    }
  }

  /**
   * The same for a poll.
   *
   * @throws Refusal if it never was opened, or is of another office
   */
  public void showPoll(String campaignId, String consultationId, boolean show, String by) {
    rules.requireOffice(campaigns.get(campaignId).plan(), title(campaignId, consultationId), by);
    var poll =
        polls
            .of(campaignId, consultationId)
            .orElseThrow(() -> new Refusal("consultation.poll-unknown"));
    if (change(poll.code(), show)) {
      polls.record(poll.code(), clock.instant(), by, what(show), null);
    }
  }

  private boolean change(String subject, boolean show) {
    if (shown.has(subject) == show) {
      return false;
    }
    if (show) {
      shown.add(subject);
    } else {
      shown.remove(subject);
    }
    return true;
  }

  private static String what(boolean show) {
    return show ? "COUNT_SHOWN" : "COUNT_HIDDEN";
  }

  private String title(String campaignId, String consultationId) {
    return campaigns.get(campaignId).plan().consultations().stream()
        .filter(entry -> entry.id().equals(consultationId))
        .findFirst()
        .orElseThrow(() -> new Refusal("consultation.poll-unknown"))
        .title();
  }
}
