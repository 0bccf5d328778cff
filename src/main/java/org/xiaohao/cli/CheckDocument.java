package org.xiaohao.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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

  /** ASCII only, so that no terminal can spoil it. */
  String toJson() {
    var mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    try {
      return mapper.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
