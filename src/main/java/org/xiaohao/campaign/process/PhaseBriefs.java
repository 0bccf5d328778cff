package org.xiaohao.campaign.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
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
import org.xiaohao.shared.Markdown;
import org.xiaohao.shared.Messages;

/** What the office's forms about phases show, in Markdown: a variable holds 4,000 characters. */
@Component
class PhaseBriefs {

  /** Things of one kind that the form for the past lists. */
  private static final int LISTED = 300;

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
    return Markdown.cut(
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
                new Markdown(open));
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
    return Markdown.cut(
        brief.append(problems(campaign, "campaign.brief.problems-closing")).toString());
  }

  String past(Campaign campaign) {
    return text(campaign, "campaign.brief.past");
  }

  /**
   * Rows of the form for recording the past: a kind each, with its things to tick one by one. Of a
   * kind with more things than a page can show, the first ones; the whole kind can be ticked still.
   */
  Object pastKinds(Campaign campaign, List<PastItem> items) {
    var byKind =
        items.stream()
            .sorted(Comparator.comparing(PastItem::day))
            .collect(Collectors.groupingBy(PastItem::kind, TreeMap::new, Collectors.toList()));
    var rows = byKind.entrySet().stream().map(kind -> pastKind(campaign, kind)).toList();
    return SpinValues.jsonValue(json.valueToTree(rows).toString()).create();
  }

  private static Map<String, Object> pastKind(
      Campaign campaign, Map.Entry<String, List<PastItem>> kind) {
    var count = kind.getValue().size();
    var summary = count > LISTED ? "campaign.past.first" : "campaign.past.count";
    return Map.of(
        "kind",
        kind.getKey(),
        "all",
        false,
        "done",
        List.of(),
        "summary",
        plain(campaign, summary, String.valueOf(count), String.valueOf(LISTED)),
        "items",
        kind.getValue().stream().limit(LISTED).map(item -> choice(campaign, item)).toList());
  }

  private static Map<String, String> choice(Campaign campaign, PastItem item) {
    var label = plain(campaign, "campaign.past.item", item.title(), item.day());
    return Map.of("label", label, "value", item.key());
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

  private static String plain(Campaign campaign, String code, Object... arguments) {
    return Messages.text(campaign.plan().language(), code, arguments);
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Markdown.text(campaign.plan().language(), code, arguments);
  }
}
