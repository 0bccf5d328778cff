package org.xiaohao.consultation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.campaign.Plan.OnlinePoll;
import org.xiaohao.consultation.ConsultationForm.Source;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/**
 * Online polls (R47): the office opens a page on which everybody may say something about a unit,
 * and closes it. What is said there is one more form of the unit.
 */
@Service
@Transactional
public class PollService {

  private static final int CODE_BYTES = 9;

  private final Polls polls;
  private final Consultations consultations;
  private final FormIntake intake;
  private final ConsultationRules rules;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PollService(
      Polls polls,
      Consultations consultations,
      FormIntake intake,
      ConsultationRules rules,
      Campaigns campaigns,
      Rosters rosters,
      Clock clock) {
    this.polls = polls;
    this.consultations = consultations;
    this.intake = intake;
    this.rules = rules;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.clock = clock;
  }

  /**
   * Opens the poll of a consultation, or opens it again, or moves its last day.
   *
   * @param closesOn last day on which it takes answers
   * @param by somebody of the office
   * @throws Refusal if the plan has no poll for it, or that day is over
   */
  public Poll open(String campaignId, String consultationId, LocalDate closesOn, String by) {
    var campaign = campaigns.get(campaignId);
    var entry = entry(campaign, consultationId);
    rules.requireOffice(campaign.plan(), entry.title(), by);
    if (entry.onlinePoll() == OnlinePoll.NONE) {
      throw new Refusal("consultation.poll-not-planned", entry.title());
    }
    if (closesOn.isBefore(today(campaign))) {
      throw new Refusal("consultation.until-past", closesOn);
    }
    var known = polls.of(campaignId, consultationId);
    var poll =
        new Poll(
            campaignId,
            consultationId,
            known.map(Poll::code).orElseGet(this::newCode),
            closesOn,
            null);
    if (known.isPresent()) {
      polls.update(poll.code(), closesOn, null);
    } else {
      polls.insert(poll);
    }
    polls.record(poll.code(), clock.instant(), by, "OPENED", closesOn.toString());
    return poll;
  }

  /**
   * Closes the poll before its last day.
   *
   * @param by somebody of the office
   * @throws Refusal if it never was opened
   */
  public void close(String campaignId, String consultationId, String by) {
    var campaign = campaigns.get(campaignId);
    rules.requireOffice(campaign.plan(), entry(campaign, consultationId).title(), by);
    var poll =
        polls
            .of(campaignId, consultationId)
            .orElseThrow(() -> new Refusal("consultation.poll-unknown"));
    polls.update(poll.code(), poll.closesOn(), clock.instant());
    polls.record(poll.code(), clock.instant(), by, "CLOSED", null);
  }

  /** A unit about which something can be said. */
  public record About(String id, String name) {}

  /**
   * What everybody sees.
   *
   * @param asks what the plan says about it
   * @param questions in the order of the answers
   * @param units in their fixed order; only those that gather forms now
   */
  public record Page(String title, String asks, List<String> questions, List<About> units) {}

  /**
   * The page of a poll.
   *
   * @throws Refusal if there is none, or it takes no answers now
   */
  @Transactional(readOnly = true)
  public Page page(String code) {
    var poll = open(code);
    var campaign = campaigns.get(poll.campaignId());
    var entry = entry(campaign, poll.consultationId());
    var units =
        consultations.of(poll.campaignId(), poll.consultationId()).stream()
            .filter(Consultation::isOpen)
            .map(row -> about(campaign, row.unitId()))
            .toList();
    if (units.isEmpty()) {
      throw new Refusal("consultation.not-open");
    }
    return new Page(entry.title(), entry.asks(), entry.questions(), units);
  }

  /** Whether the page with that token was sent already. */
  @Transactional(readOnly = true)
  public boolean answered(String page) {
    return polls.answered(page);
  }

  /**
   * Takes an answer. No event is written, since it would tell the time.
   *
   * @param page token of the page that it was written on; each is good for one answer
   * @param unitId unit that it is about
   * @throws Refusal if the poll takes no answers, the page was sent before, the unit gathers no
   *     forms now, or nothing is answered
   */
  public void answer(String code, String page, String unitId, FilledIn answer) {
    var poll = open(code);
    var row =
        consultations
            .find(poll.campaignId() + "/consultation/" + poll.consultationId() + "/" + unitId)
            .orElseThrow(() -> new Refusal("consultation.poll-unit"));
    var consultation = consultations.lock(row.key());
    if (!consultation.isOpen()) {
      throw new Refusal("consultation.poll-unit");
    }
    if (answer.isBlank()) {
      throw new Refusal("consultation.answer-empty");
    }
    try {
      polls.use(code, page);
    } catch (DuplicateKeyException before) {
      throw new Refusal("consultation.poll-answered");
    }
    intake.store(consultation, List.of(answer), Source.POLL, null);
  }

  private Poll open(String code) {
    var poll = polls.find(code).orElseThrow(() -> new Refusal("consultation.poll-unknown"));
    if (!poll.isOpen(today(campaigns.get(poll.campaignId())))) {
      throw new Refusal("consultation.poll-closed");
    }
    return poll;
  }

  private About about(Campaign campaign, String unitId) {
    return new About(
        unitId, rosters.unit(campaign.id(), unitId).map(unit -> unit.name()).orElse(unitId));
  }

  private LocalDate today(Campaign campaign) {
    return campaigns.dates(campaign).day(clock.instant());
  }

  private static Plan.Consultation entry(Campaign campaign, String consultationId) {
    return campaign.plan().consultations().stream()
        .filter(entry -> entry.id().equals(consultationId))
        .findFirst()
        .orElseThrow(() -> new Refusal("consultation.poll-unknown"));
  }

  private String newCode() {
    var bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
