package org.xiaohao.webapps.phone;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Messages;

/** Moments and names, short enough for a phone. */
@Component
class PhoneWords {

  private static final long KILO = 1024;

  private final Rosters rosters;

  PhoneWords(Rosters rosters) {
    this.rosters = rosters;
  }

  /** Day and local time of the plan; empty for none. */
  String moment(Campaign campaign, @Nullable Instant moment) {
    if (moment == null) {
      return "";
    }
    var language = LocaleContextHolder.getLocale();
    return DateTimeFormatter.ofPattern(Messages.text(language, "phone.moment-format"), language)
        .format(moment.atZone(campaign.plan().zone()));
  }

  /** Name of a unit; empty for none. */
  String unit(Campaign campaign, @Nullable String unitId) {
    return unitId == null ? "" : rosters.unit(campaign.id(), unitId).map(Unit::name).orElse("");
  }

  /** Name of a person; the id where the roster does not know it. */
  String person(Campaign campaign, String id) {
    return rosters.person(campaign.id(), id).map(person -> person.name()).orElse(id);
  }

  /** Size of a file. */
  String size(long bytes) {
    return bytes < KILO * KILO
        ? Math.max(1, Math.round((double) bytes / KILO)) + " KB"
        : new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format((double) bytes / KILO / KILO)
            + " MB";
  }
}
