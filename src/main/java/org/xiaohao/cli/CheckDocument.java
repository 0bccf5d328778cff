package org.xiaohao.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.CheckedCampaign;
import org.xiaohao.campaign.Forecast;
import org.xiaohao.shared.Finding;

/** The result of a check for machines. */
record CheckDocument(
    @Nullable String campaign,
    @Nullable String title,
    boolean ready,
    List<Finding> findings,
    @Nullable Forecast forecast) {

  static CheckDocument of(CheckedCampaign checked) {
    var plan = checked.plan();
    return new CheckDocument(
        plan == null ? null : plan.id(),
        plan == null ? null : plan.title(),
        checked.ready(),
        checked.findings(),
        checked.forecast());
  }

  String toJson() {
    return AsciiJson.write(this);
  }
}
