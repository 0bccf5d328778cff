package org.xiaohao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The schema and the records describe the same plan. */
class PlanSchemaTest {

  private final PlanSchema schema = new PlanSchema();

  @Test
  void agreesWithTheRecordsInEveryKey() {
    compare(Plan.class, schema.root(), "");
  }

  @Test
  void closesEveryObjectAndNamesEveryKeyInChinese() {
    var objects = new ArrayList<JsonNode>(schema.root().findParents("properties"));
    assertThat(objects).hasSizeGreaterThan(10);
    for (var object : objects) {
      if (object.path("type").asText().equals("object")) {
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
        for (var key : PlanSchema.keys(object)) {
          var property = object.path("properties").path(key);
          var title =
              property.path("title").asText(schema.property(object, key).path("title").asText());
          assertThat(title).as(key).matches("\\p{IsHan}.*");
        }
      }
    }
  }

  @Test
  void hasAnAdviceForEveryPatternAndEveryType() {
    var named = new ArrayList<String>();
    for (var types : List.of(schema.root().path("properties"), schema.root().path("$defs"))) {
      types.properties().stream()
          .filter(type -> type.getValue().has("pattern"))
          .forEach(type -> named.add("plan.pattern-" + type.getKey()));
    }
    assertThat(named).hasSize(schema.root().findValues("pattern").size());
    schema.root().findValuesAsText("type").forEach(type -> named.add("plan.type-" + type));
    assertThat(named).noneMatch(code -> PlanFindings.text(code, "", "").equals(code));
  }

  private void compare(Class<?> record, JsonNode type, String path) {
    var names = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(PlanSchema.keys(type)).as(path).containsExactlyElementsOf(names);
    var required =
        StreamSupport.stream(type.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    for (var component : record.getRecordComponents()) {
      var key = path + "/" + component.getName();
      var property = schema.property(type, component.getName());
      var preset = type.path("properties").path(component.getName()).has("default");
      var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      assertThat(required.contains(component.getName()) || preset || nullable).as(key).isTrue();
      assertThat(nullable && (preset || required.contains(component.getName()))).as(key).isFalse();
      var inner = inner(component.getGenericType());
      var innerType =
          property.path("type").asText().equals("array") ? schema.items(property) : property;
      if (inner.isRecord()) {
        compare(inner, innerType, key);
      } else if (inner.isEnum()) {
        var constants = Arrays.stream(inner.getEnumConstants()).map(Object::toString).toList();
        assertThat(words(innerType.path("enum"))).as(key).isEqualTo(constants);
      } else {
        assertThat(innerType.path("type").asText()).as(key).isEqualTo(expected(inner));
      }
    }
  }

  private static Class<?> inner(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getActualTypeArguments()[0]
        : (Class<?>) type;
  }

  private static String expected(Class<?> type) {
    if (Set.of(int.class, Integer.class).contains(type)) {
      return "integer";
    }
    return type == boolean.class ? "boolean" : "string";
  }

  private static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
