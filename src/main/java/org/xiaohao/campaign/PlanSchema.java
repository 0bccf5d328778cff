package org.xiaohao.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code campaign.schema.json}: the same file that completes and checks a plan in an editor says
 * here what a plan may hold, what its scalars are and what stands for what is left out.
 */
final class PlanSchema {

  static final String RESOURCE = "/campaigns/campaign.schema.json";

  private final JsonNode root;
  private final Schema validator;

  PlanSchema() {
    try (var file = PlanSchema.class.getResourceAsStream(RESOURCE)) {
      root = new ObjectMapper().readTree(file);
    } catch (IOException | IllegalArgumentException broken) {
      throw new UncheckedIOException(new IOException("No schema " + RESOURCE, broken));
    }
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();
    validator =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
            .getSchema(root);
  }

  JsonNode root() {
    return root;
  }

  /** What stands at that pointer of the schema. */
  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** Type of the value of that key; a missing node for a key that the schema does not know. */
  JsonNode property(JsonNode type, String key) {
    return resolved(type.path("properties").path(key));
  }

  /** Type of the items of a list. */
  JsonNode items(JsonNode type) {
    return resolved(type.path("items"));
  }

  /** Keys that an object of that type may have, in the order of the schema. */
  static Set<String> keys(JsonNode type) {
    var keys = new LinkedHashSet<String>();
    type.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  List<Error> violations(JsonNode plan) {
    return validator.validate(plan);
  }

  /** Writes into a valid plan what it leaves to the defaults. */
  void complete(JsonNode plan) {
    complete(plan, root);
  }

  private void complete(JsonNode node, JsonNode type) {
    if (node instanceof ArrayNode list) {
      list.forEach(item -> complete(item, items(type)));
    } else if (node instanceof ObjectNode object) {
      for (var key : keys(type)) {
        // A default stands beside the reference to the type, not in the type.
        var preset = type.path("properties").path(key).path("default");
        if (!object.has(key) && !preset.isMissingNode()) {
          object.set(key, preset.deepCopy());
        }
        complete(object.path(key), property(type, key));
      }
    }
  }

  private JsonNode resolved(JsonNode type) {
    var reference = type.path("$ref");
    return reference.isTextual() ? root.at(reference.textValue().substring(1)) : type;
  }
}
