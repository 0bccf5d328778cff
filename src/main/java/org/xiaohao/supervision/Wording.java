package org.xiaohao.supervision;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xiaohao.campaign.Plan;
import org.xiaohao.shared.Messages;

/** The room's sentences, in the language and the zone of a campaign. */
record Wording(Plan plan) {

  /** Lines of a list in a mail; who has more finds the rest in Tasklist. */
  private static final int LONGEST_LIST = 100;

  String text(String code, Object... arguments) {
    return Messages.text(plan.language(), "supervision." + code, arguments);
  }

  /** A moment as people write it. */
  String moment(Instant moment) {
    return DateTimeFormatter.ofPattern(text("date-format"), plan.language())
        .format(moment.atZone(plan.zone()));
  }

  /** Numbered lines, cut where there are too many. */
  String list(List<String> lines) {
    var shown =
        IntStream.range(0, Math.min(lines.size(), LONGEST_LIST))
            .mapToObj(index -> (index + 1) + ". " + lines.get(index))
            .collect(Collectors.joining("\n"));
    var more = lines.size() - LONGEST_LIST;
    return more > 0 ? shown + "\n" + text("more", String.valueOf(more)) : shown;
  }
}
