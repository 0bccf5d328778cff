package org.xiaohao.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Ellipsis;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A YAML file as a JSON tree, with the place of every entry.
 *
 * <p>Built from the events of the parser rather than from its objects: an alias is refused where it
 * stands, so nothing can ever be blown up; no tag is obeyed, so nothing can be constructed. What a
 * plain scalar is says the schema and not its looks, so {@code no}, {@code 08} and {@code 2:30}
 * stay text where text is due, and a date stays the day that was written.
 */
final class YamlTree {

  private static final int DEPTH = 30;
  private static final Set<String> EMPTY = Set.of("", "~", "null", "Null", "NULL");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private final PlanSchema schema;
  private final PlanFindings findings;

  private YamlTree(String text, PlanSchema schema, PlanFindings findings) {
    this.events = new Yaml(new SafeConstructor(limits())).parse(new StringReader(text)).iterator();
    this.schema = schema;
    this.findings = findings;
  }

  /** The tree; null where the file is no plain YAML, which is reported. */
  static @Nullable JsonNode read(String text, PlanSchema schema, PlanFindings findings) {
    try {
      var tree = new YamlTree(text, schema, findings).document();
      if (tree != null) {
        findings.places().root(tree);
      }
      return tree;
    } catch (Unwelcome unwelcome) {
      findings.errorAtLine(unwelcome.line, unwelcome.code);
    } catch (MarkedYAMLException broken) {
      reportBroken(broken, text, findings);
    } catch (YAMLException unreadable) {
      findings.errorAtLine(0, "plan.yaml-unreadable");
    }
    return null;
  }

  private static LoaderOptions limits() {
    var limits = new LoaderOptions();
    limits.setAllowDuplicateKeys(false);
    limits.setAllowRecursiveKeys(false);
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(DEPTH);
    limits.setCodePointLimit(PlanReader.AT_MOST_BYTES);
    return limits;
  }

  private static void reportBroken(MarkedYAMLException broken, String text, PlanFindings findings) {
    var mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
    int line = mark == null ? 0 : line(mark);
    var words = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
    var shown = Ellipsis.cut(words, 40);
    var tab = broken.getProblem() != null && broken.getProblem().contains("TAB");
    findings.errorAtLine(line, tab ? "plan.yaml-tab" : "plan.yaml-broken", shown);
  }

  private @Nullable JsonNode document() {
    expect(ID.StreamStart);
    var start = events.next();
    if (start.is(ID.StreamEnd)) {
      throw new Unwelcome("plan.empty", start.getStartMark());
    }
    var tree = value(events.next(), schema.root(), "", 0);
    expect(ID.DocumentEnd);
    var end = events.next();
    if (!end.is(ID.StreamEnd)) {
      throw new Unwelcome("plan.yaml-documents", end.getStartMark());
    }
    if (!tree.isObject()) {
      throw new Unwelcome("plan.not-a-plan", start.getStartMark());
    }
    return tree;
  }

  private JsonNode value(Event event, JsonNode type, String pointer, int depth) {
    var mark = event.getStartMark();
    findings.places().put(pointer, line(mark));
    if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null) {
      throw new Unwelcome("plan.yaml-alias", mark);
    }
    if (depth > DEPTH) {
      throw new Unwelcome("plan.yaml-depth", mark);
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), mark);
      return scalar(scalar, type);
    }
    refuseTag(((CollectionStartEvent) event).getTag(), mark);
    return event instanceof MappingStartEvent
        ? mapping(type, pointer, depth)
        : sequence(type, pointer, depth);
  }

  private JsonNode mapping(JsonNode type, String pointer, int depth) {
    var object = JSON.objectNode();
    for (var key = events.next(); !key.is(ID.MappingEnd); key = events.next()) {
      if (!(key instanceof ScalarEvent name)) {
        throw new Unwelcome("plan.yaml-key", key.getStartMark());
      }
      var below = Places.below(pointer, name.getValue());
      var twice = object.has(name.getValue());
      if (twice) {
        findings.errorAtLine(line(key.getStartMark()), "plan.duplicate-key", name.getValue());
      }
      findings.places().put(below, line(key.getStartMark()));
      var value = value(events.next(), schema.property(type, name.getValue()), below, depth + 1);
      if (!twice) {
        object.set(name.getValue(), value);
      }
    }
    return object;
  }

  private JsonNode sequence(JsonNode type, String pointer, int depth) {
    var array = JSON.arrayNode();
    for (var item = events.next(); !item.is(ID.SequenceEnd); item = events.next()) {
      array.add(value(item, schema.items(type), Places.below(pointer, array.size()), depth + 1));
    }
    return array;
  }

  private static JsonNode scalar(ScalarEvent scalar, JsonNode type) {
    var text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    if (EMPTY.contains(text)) {
      return JSON.nullNode();
    }
    return switch (type.path("type").asText()) {
      case "integer" ->
          text.matches("-?(0|[1-9][0-9]{0,17})")
              ? JSON.numberNode(Long.parseLong(text))
              : JSON.textNode(text);
      case "boolean" ->
          text.matches("true|false")
              ? JSON.booleanNode(Boolean.parseBoolean(text))
              : JSON.textNode(text);
      default -> JSON.textNode(text);
    };
  }

  private static void refuseTag(@Nullable String tag, Mark mark) {
    if (tag != null) {
      throw new Unwelcome("plan.yaml-tag", mark);
    }
  }

  private void expect(ID id) {
    var event = events.next();
    if (!event.is(id)) {
      throw new Unwelcome("plan.not-a-plan", event.getStartMark());
    }
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  /** Something that YAML knows and a plan never needs. */
  private static final class Unwelcome extends RuntimeException {
    private final String code;
    private final int line;

    Unwelcome(String code, Mark mark) {
      super(code, null, false, false);
      this.code = code;
      this.line = line(mark);
    }
  }
}
