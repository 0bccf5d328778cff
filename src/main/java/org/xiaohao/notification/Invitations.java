package org.xiaohao.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.Messages;

/** Invites people to what takes place at a time: by mail, with an entry for their calendar. */
@Service
@Transactional
public class Invitations {

  /** What is said of what takes place. */
  private enum Word {
    INVITED,
    CHANGED,
    CANCELLED,
    /** It takes place, without this person: day and place are no concern any more. */
    UNINVITED
  }

  private final Notices notices;
  private final Campaigns campaigns;

  Invitations(Notices notices, Campaigns campaigns) {
    this.notices = notices;
    this.campaigns = campaigns;
  }

  /**
   * Says to those who were invited what changed, or that it is called off; once per sequence and
   * person.
   *
   * @param itemKey business key of what takes place
   * @param people of the roster, or {@link Guests}
   */
  public void change(String itemKey, Appointment appointment, List<Person> people) {
    var off = appointment.kind() == Kind.CANCELLED;
    post(itemKey, appointment, people, off ? Word.CANCELLED : Word.CHANGED);
  }

  /**
   * Invites to what is arranged, perhaps anew. Who was invited before is told that it has changed;
   * who is not invited any more, that they need not come: it goes out of their calendars.
   *
   * @param before who was invited until now; empty the first time
   */
  public void arrange(
      String itemKey, Appointment appointment, List<Person> people, List<Person> before) {
    var known = people.stream().collect(Collectors.partitioningBy(isOneOf(before)));
    post(itemKey, appointment, known.get(false), Word.INVITED);
    post(itemKey, appointment, known.get(true), Word.CHANGED);
    var gone = before.stream().filter(isOneOf(people).negate()).toList();
    post(itemKey, appointment.as(Kind.CANCELLED), gone, Word.UNINVITED);
  }

  /** By login: the roster may have changed since somebody was invited. */
  private static Predicate<Person> isOneOf(List<Person> people) {
    var ids = people.stream().map(Person::id).collect(Collectors.toSet());
    return person -> ids.contains(person.id());
  }

  private void post(String itemKey, Appointment appointment, List<Person> people, Word word) {
    var head = new Letterhead(campaigns.of(itemKey).plan());
    notices.postAll(
        people.stream()
            .map(
                person -> {
                  var key =
                      "invitation/%s/%d/%s".formatted(itemKey, appointment.sequence(), person.id());
                  var entry = Guests.isGuest(person) ? appointment.withoutLink() : appointment;
                  return Notice.atOnce(
                          key, head.plan().id(), person, letter(head, appointment, person, word))
                      .about(itemKey)
                      .leadingTo(entry.link())
                      .with(entry);
                })
            .toList());
  }

  private static Letter letter(Letterhead head, Appointment to, Person person, Word word) {
    var code = word.name().toLowerCase(Locale.ROOT);
    var begins = head.moment(to.starts());
    var facts =
        Stream.of(
                Optional.of(text(head, "when", begins, head.time(to.ends()))),
                Optional.ofNullable(to.place()).map(place -> text(head, "where", place)),
                Optional.ofNullable(to.description()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    var said = text(head, code, to.title());
    return head.letter(
            person,
            text(head, code + "-subject", head.brief(to.title()), begins),
            word == Word.UNINVITED ? List.of(said) : List.of(said, facts))
        .as(Guests.isGuest(person) ? "guest" : "invitation")
        .remarking(
            text(head, to.kind() == Kind.CANCELLED ? "calendar-removed" : "calendar-attached"));
  }

  private static String text(Letterhead head, String code, Object... arguments) {
    return Messages.text(head.plan().language(), "notification.invitation." + code, arguments);
  }
}
