package org.xiaohao.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.campaign.Forecast;
import org.xiaohao.campaign.Plan;
import org.xiaohao.shared.Finding;

/**
 * A campaign folder after its check.
 *
 * @param plan null where it has errors
 * @param findings errors first, each kind in reading order
 * @param forecast null where errors keep it from being foreseen
 */
record CheckedCampaign(
    Path folder, @Nullable Plan plan, List<Finding> findings, @Nullable Forecast forecast) {

  /** Whether it may be launched. */
  boolean ready() {
    return findings.stream().noneMatch(Finding::isError);
  }

  /** One document; ASCII only, so that no terminal can spoil it. */
  String toJson() {
    var mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    var document =
        new Document(
            plan == null ? null : plan.id(),
            plan == null ? null : plan.title(),
            ready(),
            findings,
            forecast);
    try {
      return mapper.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Document(
      @Nullable String campaign,
      @Nullable String title,
      boolean ready,
      List<Finding> findings,
      @Nullable Forecast forecast) {}
}
