package org.xiaohao.webapps.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands on top of a form: the few signs of Markdown that our briefs use, as parts that a page
 * shows as text.
 */
final class Brief {

  /** An escaped sign begins nothing and ends nothing. */
  private static final Pattern SPAN =
      Pattern.compile(
          "\\\\\\p{Punct}"
              + "|\\*\\*(?<strong>(?:\\\\.|[^\\\\])+?)\\*\\*"
              + "|\\[(?<words>(?:\\\\.|[^]\\\\])+)]\\((?<page>/[^)\\s]*)\\)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  private Brief() {}

  /** How a block looks. */
  enum Look {
    HEADING,
    PARAGRAPH,
    ITEM
  }

  /** A line or paragraph. */
  record Block(Look look, List<Span> spans) {}

  /**
   * Words in one style.
   *
   * @param page of this house to which they lead; null for none
   */
  record Span(String text, boolean strong, @Nullable String page) {}

  static List<Block> blocks(String markdown) {
    var blocks = new ArrayList<Block>();
    var paragraph = new StringBuilder();
    for (var line : markdown.lines().toList()) {
      var look = look(line);
      if (line.isBlank() || look != Look.PARAGRAPH) {
        flush(paragraph, blocks);
      }
      if (look == Look.PARAGRAPH) {
        paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.strip());
      } else {
        blocks.add(new Block(look, spans(line.replaceFirst("^\\s*([-*+]|\\d+\\.|#+)\\s+", ""))));
      }
    }
    flush(paragraph, blocks);
    return blocks;
  }

  private static Look look(String line) {
    if (line.matches("#+\\s.*")) {
      return Look.HEADING;
    }
    return line.matches("\\s*([-*+]|\\d+\\.)\\s.*") ? Look.ITEM : Look.PARAGRAPH;
  }

  private static void flush(StringBuilder paragraph, List<Block> blocks) {
    if (!paragraph.toString().isBlank()) {
      blocks.add(new Block(Look.PARAGRAPH, spans(paragraph.toString())));
    }
    paragraph.setLength(0);
  }

  private static List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    var found = SPAN.matcher(text);
    var from = 0;
    while (found.find()) {
      var strong = found.group("strong");
      var words = found.group("words");
      if (strong == null && words == null) {
        continue;
      }
      add(spans, text.substring(from, found.start()), false, null);
      add(spans, strong == null ? words : strong, strong != null, found.group("page"));
      from = found.end();
    }
    add(spans, text.substring(from), false, null);
    return spans;
  }

  private static void add(List<Span> spans, String text, boolean strong, @Nullable String page) {
    if (!text.isEmpty()) {
      spans.add(new Span(ESCAPED.matcher(text).replaceAll("$1"), strong, page));
    }
  }
}
