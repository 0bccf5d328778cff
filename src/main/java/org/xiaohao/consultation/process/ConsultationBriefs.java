package org.xiaohao.consultation.process;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.consultation.Consultation;
import org.xiaohao.consultation.ConsultationEntries;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;

/** What the forms of a consultation show on their top, in Markdown. */
@Component
class ConsultationBriefs {

  private static final int LONGEST_REASON = 1500;

  private final Campaigns campaigns;
  private final ConsultationForms forms;

  ConsultationBriefs(Campaigns campaigns, ConsultationForms forms) {
    this.campaigns = campaigns;
    this.forms = forms;
  }

  /** What the plan asks, until when, and how many forms count so far. */
  String collect(Consultation consultation) {
    var campaign = campaigns.get(consultation.campaignId());
    var moved =
        consultation.date().moved()
            ? text(
                campaign,
                "consultation.brief.moved",
                consultation.date().planDate(),
                String.valueOf(consultation.date().dayOff()))
            : "";
    return Markdown.cut(
        text(
                campaign,
                "consultation.brief.collect",
                consultation.title(),
                ConsultationEntries.of(campaign, consultation).asks(),
                moment(campaign, consultation.dueAt()),
                new Markdown(moved))
            + "\n\n"
            + count(campaign, consultation));
  }

  /** How many forms count, and how many are missing. */
  String shortfall(Consultation consultation) {
    var campaign = campaigns.get(consultation.campaignId());
    var missing = Math.max(0, consultation.quota() - forms.valid(consultation.key()));
    return text(
        campaign,
        "consultation.brief.shortfall",
        consultation.title(),
        new Markdown(count(campaign, consultation)),
        String.valueOf(missing));
  }

  /** How many forms there are to sum up, and why they may be fewer than the quota. */
  String summarise(Consultation consultation) {
    var campaign = campaigns.get(consultation.campaignId());
    var reason = consultation.passedReason();
    var passed =
        reason == null
            ? ""
            : text(campaign, "consultation.brief.passed", Markdown.plain(reason, LONGEST_REASON));
    return Markdown.cut(
        text(
            campaign,
            "consultation.brief.summarise",
            consultation.title(),
            new Markdown(count(campaign, consultation)),
            new Markdown(passed),
            new Markdown(questions(ConsultationEntries.of(campaign, consultation).questions()))));
  }

  private static String questions(List<String> questions) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> "%d. %s".formatted(i + 1, Markdown.plain(questions.get(i))))
        .collect(Collectors.joining("\n"));
  }

  private String count(Campaign campaign, Consultation consultation) {
    var all = forms.of(consultation.key());
    var valid = all.stream().filter(form -> form.isValid()).count();
    return text(
        campaign,
        consultation.quota() > 0
            ? "consultation.brief.count"
            : "consultation.brief.count-without-quota",
        String.valueOf(valid),
        String.valueOf(all.size()),
        String.valueOf(all.size() - valid),
        String.valueOf(consultation.quota()));
  }

  private static String moment(Campaign campaign, Instant moment) {
    var language = campaign.plan().language();
    return DateTimeFormatter.ofPattern(
            Messages.text(language, "consultation.brief.date-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
