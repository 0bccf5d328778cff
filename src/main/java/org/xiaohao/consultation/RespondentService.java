package org.xiaohao.consultation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.consultation.ConsultationForm.Source;
import org.xiaohao.shared.Refusal;

/**
 * Invites respondents and takes their answers, which stay anonymous (A19): nothing stored, and
 * nothing recorded, ties an answer to the token that it came with.
 */
@Service
@Transactional
public class RespondentService {

  private static final int TOKEN_BYTES = 20;

  private final Consultations consultations;
  private final AnswerTokens tokens;
  private final FormIntake intake;
  private final ConsultationRules rules;
  private final Campaigns campaigns;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RespondentService(
      Consultations consultations,
      AnswerTokens tokens,
      FormIntake intake,
      ConsultationRules rules,
      Campaigns campaigns,
      Clock clock) {
    this.consultations = consultations;
    this.tokens = tokens;
    this.intake = intake;
    this.rules = rules;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /**
   * Makes a token for each recipient. The tokens are handed out here and never again.
   *
   * @param recipients whom they are for, in words; empty for whoever comes
   * @param by the unit's liaison or head, or somebody of the office
   * @throws Refusal if the consultation is over
   */
  public List<Invitation> invite(String key, List<String> recipients, String by) {
    var consultation = consultations.lock(key);
    rules.requireUnitOrOffice(consultation, by);
    consultation.require(
        consultation.isOpen() || consultation.state() == Consultation.State.PLANNED);
    var made = recipients.stream().map(who -> new Invitation(who.strip(), newToken())).toList();
    made.forEach(invitation -> tokens.insert(key, invitation));
    consultations.record(key, clock.instant(), by, "INVITED", String.valueOf(made.size()));
    return made;
  }

  /**
   * What a respondent is asked.
   *
   * @throws Refusal if the token is unknown or used, or the consultation is not open
   */
  @Transactional(readOnly = true)
  public Questionnaire questionnaire(String token) {
    var consultation = consultations.get(keyOf(token));
    requireUnanswered(consultation, token);
    var entry = entry(consultation);
    return new Questionnaire(consultation.title(), entry.asks(), entry.questions());
  }

  /**
   * Takes the one answer that a token allows. No event is written, since it would tell the time.
   *
   * @throws Refusal if the token is unknown or used, the consultation is not open, or nothing is
   *     answered
   */
  public void answer(String token, FilledIn answer) {
    var key = keyOf(token);
    var consultation = consultations.lock(key);
    requireUnanswered(consultation, token);
    if (answer.isBlank()) {
      throw new Refusal("consultation.answer-empty");
    }
    if (answer.answers().size() > entry(consultation).questions().size()) {
      throw new Refusal("consultation.too-many-answers");
    }
    intake.store(consultation, List.of(answer), Source.INVITATION, null);
    tokens.use(key, token);
  }

  private String keyOf(String token) {
    return tokens.key(token).orElseThrow(() -> new Refusal("consultation.token-unknown"));
  }

  private void requireUnanswered(Consultation consultation, String token) {
    if (tokens.used(token)) {
      throw new Refusal("consultation.token-used");
    }
    if (!consultation.isOpen()) {
      throw new Refusal("consultation.not-open");
    }
  }

  private Plan.Consultation entry(Consultation consultation) {
    return ConsultationEntries.of(campaigns.get(consultation.campaignId()), consultation);
  }

  private String newToken() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * What a respondent sees.
   *
   * @param title consultation, and the unit that it is about
   * @param asks what the plan says about it
   * @param questions in the order of the answers
   */
  public record Questionnaire(String title, String asks, List<String> questions) {}
}
