package org.xiaohao.consultation;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.OnlinePoll;
import org.xiaohao.consultation.ConsultationForm.Source;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Takes in forms and judges each of them; the consultation is locked by the caller. */
@Component
class FormIntake {

  static final int LONGEST_AFFILIATION = 200;
  static final int LONGEST_ANSWER = 4_000;

  private final ConsultationForms forms;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Clock clock;

  FormIntake(ConsultationForms forms, Campaigns campaigns, Rosters rosters, Clock clock) {
    this.forms = forms;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.clock = clock;
  }

  /**
   * Stores forms in their order.
   *
   * @param enteredBy clerk who entered them; null where the respondent answered alone
   * @throws Refusal if a form lacks the affiliation, or cannot be stored
   */
  void store(
      Consultation consultation,
      List<FilledIn> filledIn,
      Source source,
      @Nullable String enteredBy) {
    for (var i = 0; i < filledIn.size(); i++) {
      requireStorable(filledIn.get(i), i + 1);
    }
    var campaign = campaigns.get(consultation.campaignId());
    var insiders = insiders(campaign, consultation.unitId());
    var today = campaigns.dates(campaign).day(clock.instant());
    var language = campaign.plan().language();
    var apart =
        source == Source.POLL
            && ConsultationEntries.of(campaign, consultation).onlinePoll() == OnlinePoll.APART;
    var number = forms.nextNumber(consultation.key());
    for (var content : filledIn) {
      var same = forms.sameContent(consultation.key(), content);
      var judged = ValidityRules.judge(content, insiders, same, language);
      var verdict = apart ? judged.apart(language) : judged;
      forms.insert(
          new ConsultationForm(
              consultation.key(),
              number++,
              today,
              enteredBy,
              source,
              content,
              verdict.validity(),
              verdict.reason(),
              null));
    }
  }

  private Insiders insiders(Campaign campaign, String unitId) {
    var unit = rosters.unit(campaign.id(), unitId).map(u -> u.name()).orElse(unitId);
    var people = rosters.peopleOf(campaign.id(), unitId).stream().map(Person::name).toList();
    return new Insiders(unit, campaign.plan().organisation(), people);
  }

  private static void requireStorable(FilledIn form, int position) {
    var at = String.valueOf(position);
    if (form.affiliation().isEmpty()) {
      throw new Refusal("consultation.affiliation-missing", at);
    }
    requireShort(form.affiliation(), LONGEST_AFFILIATION, at);
    form.answers().forEach(answer -> requireShort(answer, LONGEST_ANSWER, at));
  }

  /** PostgreSQL stores no NUL in a text, H2 does: refused on both. */
  private static void requireShort(String text, int longest, String position) {
    if (text.indexOf('\0') >= 0) {
      throw new Refusal("consultation.control-character", position);
    }
    if (text.length() > longest) {
      throw new Refusal("consultation.too-long", position, String.valueOf(longest));
    }
  }
}
