package org.xiaohao.meeting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited to a meeting.
 *
 * @param name in words, as the plan, the office or the roster says it
 * @param audience people of the roster who are meant; null for words only
 * @param mail address of a guest from outside; null where none is known
 */
public record Invitee(String name, @Nullable Audience audience, @Nullable String mail) {

  private static final int LONGEST_MAIL = 254;

  /** A name and an address behind it, bare or in brackets. */
  private static final Pattern NAME_AND_MAIL =
      Pattern.compile(
          "(?<name>[^@]*?)[\\s<（(,，:：、]*(?<mail>[^\\s<>（）()，,：:、@]+@[^\\s<>（）()，,：:、@]+)[>）)]?\\s*");

  /** Somebody in words only. */
  static Invitee named(String name) {
    return new Invitee(name, null, null);
  }

  /** A guest as the office writes one: {@code 李代表 li@example.org}. */
  static Invitee guest(String line) {
    var found = NAME_AND_MAIL.matcher(line);
    if (!found.matches() || found.group("mail").length() > LONGEST_MAIL) {
      return named(line);
    }
    var name = found.group("name").strip();
    return new Invitee(name.isEmpty() ? found.group("mail") : name, null, found.group("mail"));
  }
}
