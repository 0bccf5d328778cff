package org.xiaohao.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.function.Function;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Letter.Action;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.Ellipsis;
import org.xiaohao.shared.Messages;

/**
 * What all letters of a campaign have alike: its language, who is greeted and how, who signs, and
 * how moments, comments, long titles and long lists are written.
 */
public record Letterhead(Plan plan) {

  /** Characters of a title in a subject or in a line of a list; the whole stands in the body. */
  private static final int LONGEST_TITLE = 50;

  /** What stands between a title and whose it is: {@code 发言材料 · 艺术科}. */
  private static final String PARTY = " · ";

  /** Lines of a list. */
  private static final int LONGEST_LIST = 50;

  /** A letter to one person in paragraphs; what else it has is added to it. */
  public Letter letter(Person to, String heading, List<String> paragraphs) {
    return new Letter(
        "notice",
        plan.language().getLanguage(),
        heading,
        text(Guests.isGuest(to) ? "greeting-guest" : "greeting", to.name()),
        paragraphs,
        List.of(),
        null,
        null,
        null,
        text("signature", plan.organisation(), plan.title()));
  }

  /** Opens the page on which something is to be done. */
  public Action open(String page) {
    return new Action(text("open"), page);
  }

  /** Opens the list of tasks. */
  public Action tasklist(Links links) {
    return new Action(text("tasklist"), links.tasklist());
  }

  /** Paragraph of what somebody has said about it. */
  public String comment(String said) {
    return text("comment", said);
  }

  /** A list of things under a title, cut where there are too many; none where there are none. */
  public <T> List<Section> section(
      String title, Tone tone, List<T> things, Function<T, Line> line) {
    if (things.isEmpty()) {
      return List.of();
    }
    var rest = things.size() - LONGEST_LIST;
    return List.of(
        new Section(
            title,
            tone,
            things.stream().limit(LONGEST_LIST).map(line).toList(),
            rest > 0 ? more(rest) : null));
  }

  /** Said below a list that was cut. */
  String more(int rest) {
    return text("more", String.valueOf(rest));
  }

  /** A moment in the zone of the campaign, with the day of the week. */
  public String moment(Instant moment) {
    return written("moment-format", moment.atZone(plan.zone()));
  }

  /** Hour and minute in the zone of the campaign. */
  String time(Instant moment) {
    return written("time-format", moment.atZone(plan.zone()));
  }

  /** A day. */
  public String day(LocalDate day) {
    return written("day-format", day);
  }

  /**
   * A title that fits into a subject or a line. Whose it is stays, where it stands at the end and
   * is short itself.
   */
  public String brief(String title) {
    var party = title.lastIndexOf(PARTY);
    var whose = party < 0 || title.length() - party > LONGEST_TITLE / 2 ? title.length() : party;
    var rest = title.substring(whose);
    return Ellipsis.cut(title.substring(0, whose), LONGEST_TITLE - rest.length()) + rest;
  }

  private String written(String format, TemporalAccessor when) {
    return DateTimeFormatter.ofPattern(text(format), plan.language()).format(when);
  }

  private String text(String code, Object... arguments) {
    return Messages.text(plan.language(), "notification.letter." + code, arguments);
  }
}
