package org.xiaohao.campaign;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Where in its file each entry of a plan stands, so that everything found in it can be shown with
 * its line. Entries are named by JSON pointers ({@code /papers/3/limit}).
 */
public final class Places {

  /** Of a plan that stands in no file. */
  public static final Places NONE = new Places();

  private final Map<String, Integer> lines = new HashMap<>();
  private JsonNode root = MissingNode.getInstance();

  Places() {}

  /** Notes the line, counted from 1, of a key or of the item of a list. */
  void put(String pointer, int line) {
    lines.putIfAbsent(pointer, line);
  }

  /** The tree whose entries give the path its readable names. */
  void root(JsonNode tree) {
    root = tree;
  }

  /** Line of that entry or, where it is missing, of what it should stand in; 0 if unknown. */
  int line(String pointer) {
    for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      var line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return lines.getOrDefault("", 0);
  }

  /** The way to that entry as a person would say it: {@code papers › essay › limit}. */
  String path(String pointer) {
    var path = new StringJoiner(" › ");
    var node = root;
    for (var at = JsonPointer.compile(pointer); !at.matches(); at = at.tail()) {
      var step = at.getMatchingProperty();
      if (node.isArray()) {
        node = node.path(at.getMatchingIndex());
        var id = node.path("id");
        path.add(id.isTextual() ? id.textValue() : String.valueOf(at.getMatchingIndex() + 1));
      } else {
        node = node.path(step);
        path.add(step);
      }
    }
    return path.toString();
  }

  /** Pointer to the entry of that key or index. */
  static String below(String pointer, Object step) {
    return pointer + "/" + step.toString().replace("~", "~0").replace("/", "~1");
  }
}
