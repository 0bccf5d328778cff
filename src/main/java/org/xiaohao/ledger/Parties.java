package org.xiaohao.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/** Whom things count for: the units in their fixed order, the branches together, the office. */
@Component
public class Parties {

  /** Party of what branches owe; no unit has such an id. */
  public static final String BRANCHES = "#branches";

  /** Party of what the office itself owes. */
  public static final String OFFICE = "#office";

  /** The party of a row of the ledger, in SQL. */
  static final String COLUMN =
      "case when unit_id is not null then unit_id when branch_id is not null then '#branches'"
          + " else '#office' end";

  private final Rosters rosters;
  private final Campaigns campaigns;

  Parties(Rosters rosters, Campaigns campaigns) {
    this.rosters = rosters;
    this.campaigns = campaigns;
  }

  /**
   * A party of a campaign.
   *
   * @param id id of the unit, {@link #BRANCHES} or {@link #OFFICE}
   */
  public record Party(String id, String name) {

    /** Whether it is there although it owes nothing: units are. */
    public boolean isUnit() {
      return !id.startsWith("#");
    }
  }

  /** All parties of a campaign in the fixed order; branches and office last. */
  public List<Party> of(String campaignId) {
    var language = campaigns.get(campaignId).plan().language();
    var units = rosters.units(campaignId).stream().map(unit -> new Party(unit.id(), unit.name()));
    var others =
        Stream.of(
            new Party(BRANCHES, Messages.text(language, "ledger.branches")),
            new Party(OFFICE, Messages.text(language, "ledger.office")));
    return Stream.concat(units, others).toList();
  }
}
