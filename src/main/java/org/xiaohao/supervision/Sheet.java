package org.xiaohao.supervision;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xiaohao.notification.Letter;
import org.xiaohao.notification.Letter.Action;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Section;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.roster.Person;

/**
 * The mails of supervision, laid out alike: whom it is for, what it is about, what is asked, the
 * things one by one, and the one thing to do.
 *
 * @param template of {@code templates/mail/}
 * @param says second paragraph; null for none
 */
record Sheet(
    Wording wording,
    String template,
    String subject,
    String intro,
    List<Section> things,
    @Nullable String says,
    Action action) {

  /** Lines of a list; who has more finds the rest in Tasklist. */
  private static final int LONGEST = 100;

  /** A list of things under a title, cut where there are too many; none where there are none. */
  static <T> List<Section> section(
      Wording wording, String title, Tone tone, List<T> things, Function<T, Line> line) {
    if (things.isEmpty()) {
      return List.of();
    }
    var rest = things.size() - LONGEST;
    return List.of(
        new Section(
            title,
            tone,
            things.stream().limit(LONGEST).map(line).toList(),
            rest > 0 ? wording.text("digest.more", String.valueOf(rest)) : null));
  }

  /** The mail for one person. */
  Letter to(Person person) {
    var plan = wording.plan();
    return new Letter(
        template,
        plan.language().getLanguage(),
        subject,
        wording.text("digest.greeting", person.name()),
        Stream.of(intro, says).filter(text -> text != null && !text.isEmpty()).toList(),
        things,
        null,
        action,
        null,
        wording.text("digest.signature", plan.organisation(), plan.title()));
  }
}
