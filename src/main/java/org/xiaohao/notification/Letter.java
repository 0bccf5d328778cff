package org.xiaohao.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, without how it looks: the templates of {@code templates/mail/} make HTML and
 * plain text out of it. All of it is text and is shown as text, whatever it contains.
 *
 * @param template name of the two files, without their endings
 * @param language {@code zh} or {@code en}: words that the templates themselves say
 * @param heading what it is about, in large letters
 * @param greeting first line
 * @param paragraphs what is said before the lists
 * @param sections lists of things
 * @param table figures; null for none
 * @param action the one thing to do; null for none
 * @param remark said in small letters below the lists; null for nothing
 * @param signature who writes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Letter(
    String template,
    String language,
    String heading,
    String greeting,
    List<String> paragraphs,
    List<Section> sections,
    @Nullable Table table,
    @Nullable Action action,
    @Nullable String remark,
    String signature) {

  public Letter {
    greeting = greeting == null ? "" : greeting;
    heading = heading == null ? "" : heading;
    signature = signature == null ? "" : signature;
    paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
    sections = sections == null ? List.of() : List.copyOf(sections);
  }

  /** The same made by other templates. */
  public Letter as(String other) {
    return with(other, sections, table, action, remark);
  }

  /** The same with lists of things. */
  public Letter listing(List<Section> things) {
    return with(template, things, table, action, remark);
  }

  /** The same with figures. */
  public Letter showing(Table figures) {
    return with(template, sections, figures, action, remark);
  }

  /** The same with the one thing to do. */
  public Letter offering(Action one) {
    return with(template, sections, table, one, remark);
  }

  /** The same with something in small letters below the lists. */
  public Letter remarking(String small) {
    return with(template, sections, table, action, small);
  }

  /** The same for nobody in particular. */
  Letter toAll() {
    return to("", heading, paragraphs);
  }

  /** The same said to somebody else. */
  Letter to(String other, String title, List<String> said) {
    return new Letter(
        template, language, title, other, said, sections, table, action, remark, signature);
  }

  private Letter with(
      String other,
      List<Section> things,
      @Nullable Table figures,
      @Nullable Action one,
      @Nullable String small) {
    return new Letter(
        other, language, heading, greeting, paragraphs, things, figures, one, small, signature);
  }

  /** How urgent a section looks. */
  public enum Tone {
    RED,
    AMBER,
    CALM
  }

  /**
   * A list of things.
   *
   * @param more said below a list that was cut; null where all of it is there
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Section(String title, Tone tone, List<Line> lines, @Nullable String more) {
    public Section {
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  /**
   * One thing of a list.
   *
   * @param note until when, and how late
   * @param link page that it leads to; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Line(String text, @Nullable String note, @Nullable String link) {}

  /** Figures in columns; the first column is text. */
  public record Table(List<String> columns, List<List<String>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** The one thing to do: words of a button, and where it leads. */
  public record Action(String words, String link) {}
}
