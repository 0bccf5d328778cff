package org.xiaohao.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads {@code campaign.yaml}: all or nothing, and everything that is wrong with it at once, each
 * with its line, in the language of the current request. No file makes it throw.
 */
@Component
public final class PlanReader {

  /** A plan is some hundred lines; what is larger is no plan. */
  static final int AT_MOST_BYTES = 1_000_000;

  private static final PlanSchema SCHEMA = new PlanSchema();
  private static final PlanRules RULES = new PlanRules();
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Reads a file, unless it is too large to be a plan. */
  public PlanReading read(Path file) {
    var name = file.toString();
    try (var bytes = Files.newInputStream(file)) {
      return read(bytes.readNBytes(AT_MOST_BYTES + 1), name);
    } catch (IOException unreadable) {
      var findings = new PlanFindings(name, new Places());
      findings.errorAtLine(0, Files.exists(file) ? "plan.unreadable" : "plan.no-file", name);
      return reading(null, findings);
    }
  }

  /**
   * @param bytes content of the file, UTF-8
   * @param file its name as the user gave it, for the findings
   */
  public PlanReading read(byte[] bytes, String file) {
    var findings = new PlanFindings(file, new Places());
    if (bytes.length > AT_MOST_BYTES) {
      findings.errorAtLine(0, "plan.too-large");
      return reading(null, findings);
    }
    var text = PlanText.decode(bytes, findings);
    return reading(text == null ? null : read(text, findings), findings);
  }

  private static @Nullable Plan read(String text, PlanFindings findings) {
    var tree = YamlTree.read(text, SCHEMA, findings);
    if (tree == null) {
      return null;
    }
    var bindable = new SchemaFindings(SCHEMA, findings).report(tree);
    if (!knowsZone(tree.path("zone"), findings) || !bindable) {
      return null;
    }
    SCHEMA.complete(tree);
    return bind(tree, findings);
  }

  private static @Nullable Plan bind(JsonNode tree, PlanFindings findings) {
    try {
      var plan = JSON.treeToValue(tree, Plan.class);
      RULES.check(plan, findings);
      return plan;
    } catch (JsonProcessingException unbound) {
      findings.errorAtLine(0, "plan.invalid", unbound.getOriginalMessage());
      return null;
    }
  }

  private static boolean knowsZone(JsonNode zone, PlanFindings findings) {
    if (!zone.isTextual() || ZoneId.getAvailableZoneIds().contains(zone.textValue())) {
      return true;
    }
    findings.error("/zone", "plan.zone", zone.textValue());
    return false;
  }

  private static PlanReading reading(@Nullable Plan plan, PlanFindings findings) {
    return new PlanReading(findings.hasErrors() ? null : plan, findings.all(), findings.places());
  }
}
