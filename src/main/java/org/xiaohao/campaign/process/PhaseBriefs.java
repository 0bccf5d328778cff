package org.xiaohao.campaign.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.CampaignWork.PastItem;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.PhaseLedger;
import org.xiaohao.campaign.PhaseLedger.UnitCount;
import org.xiaohao.campaign.PhaseStatus;
import org.xiaohao.shared.Messages;

/** What the office's forms about phases show, in Markdown: a variable holds 4,000 characters. */
@Component
class PhaseBriefs {

  private static final int LONGEST = 3900;

  private final PhaseLedger ledger;
  private final Campaigns campaigns;
  private final ObjectMapper json;

  PhaseBriefs(PhaseLedger ledger, Campaigns campaigns, ObjectMapper json) {
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.json = json;
  }

  String gate(Campaign campaign, PhaseStatus phase) {
    var counts = ledger.counts(campaign.id(), phase.phaseId());
    var missing = counts.stream().mapToInt(UnitCount::missing).sum();
    return cut(
        text(campaign, "campaign.brief.gate", phase.title(), String.valueOf(missing))
            + "\n\n"
            + table(campaign, counts)
            + problems(campaign, "campaign.brief.problems"));
  }

  /** Problems go on after a phase, and after the campaign: they are shown and hold up nothing. */
  private String problems(Campaign campaign, String code) {
    var counts = ledger.problems(campaign.id());
    var open =
        counts.stream()
            .map(
                count ->
                    text(
                        campaign,
                        "campaign.brief.problems-unit",
                        count.name(),
                        String.valueOf(count.missing())))
            .collect(Collectors.joining(text(campaign, "campaign.brief.problems-separator")));
    return counts.isEmpty()
        ? ""
        : "\n\n"
            + text(
                campaign,
                code,
                String.valueOf(counts.stream().mapToInt(UnitCount::owed).sum()),
                String.valueOf(counts.stream().mapToInt(UnitCount::done).sum()),
                String.valueOf(counts.stream().mapToInt(UnitCount::missing).sum()),
                open);
  }

  String closing(Campaign campaign) {
    var brief =
        new StringBuilder(text(campaign, "campaign.brief.closing", campaign.plan().title()));
    for (var phase : campaigns.phases(campaign.id())) {
      var counts = ledger.counts(campaign.id(), phase.phaseId());
      brief
          .append("\n- ")
          .append(
              text(
                  campaign,
                  "campaign.brief.closing-phase",
                  phase.title(),
                  String.valueOf(counts.stream().mapToInt(UnitCount::owed).sum()),
                  String.valueOf(counts.stream().mapToInt(UnitCount::done).sum()),
                  String.valueOf(counts.stream().mapToInt(UnitCount::missing).sum())));
    }
    return cut(brief.append(problems(campaign, "campaign.brief.problems-closing")).toString());
  }

  String past(Campaign campaign, List<PastItem> items) {
    var lines =
        byKind(items).entrySet().stream()
            .map(
                kind ->
                    "- "
                        + text(
                            campaign,
                            "campaign.brief.past-kind",
                            kind.getKey(),
                            String.valueOf(kind.getValue())))
            .collect(Collectors.joining("\n"));
    return cut(text(campaign, "campaign.brief.past") + "\n\n" + lines);
  }

  Object pastKinds(List<PastItem> items) {
    var choices =
        byKind(items).keySet().stream().map(kind -> Map.of("label", kind, "value", kind)).toList();
    return SpinValues.jsonValue(json.valueToTree(choices).toString()).create();
  }

  private static Map<String, Long> byKind(List<PastItem> items) {
    return items.stream()
        .collect(Collectors.groupingBy(PastItem::kind, TreeMap::new, Collectors.counting()));
  }

  private String table(Campaign campaign, List<UnitCount> counts) {
    return counts.stream()
        .map(
            count ->
                "- "
                    + text(
                        campaign,
                        "campaign.brief.unit",
                        count.name(),
                        String.valueOf(count.owed()),
                        String.valueOf(count.done()),
                        String.valueOf(count.missing())))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Messages.text(campaign.plan().language(), code, arguments);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n…";
  }
}
