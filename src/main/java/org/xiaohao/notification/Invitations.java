package org.xiaohao.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Appointment.Kind;
import org.xiaohao.roster.Person;
import org.xiaohao.shared.Messages;

/** Invites people to what takes place at a time: by mail, with an entry for their calendar. */
@Service
@Transactional
public class Invitations {

  private final Notices notices;
  private final Campaigns campaigns;

  Invitations(Notices notices, Campaigns campaigns) {
    this.notices = notices;
    this.campaigns = campaigns;
  }

  /**
   * Invites, says what changed, or calls off; once per sequence and person.
   *
   * @param itemKey business key of what takes place
   * @param people of the roster, or {@link Guests}
   * @param changed whether the people were invited before
   */
  public void post(String itemKey, Appointment appointment, List<Person> people, boolean changed) {
    var plan = campaigns.of(itemKey).plan();
    var code = appointment.kind() == Kind.CANCELLED ? "cancelled" : changed ? "changed" : "invited";
    var begins = moment(plan, "date-format", appointment.starts());
    var subject = text(plan, code + "-subject", appointment.title(), begins);
    notices.postAll(
        people.stream()
            .map(
                person -> {
                  var letter = letter(plan, appointment, person, subject, code);
                  var key =
                      "invitation/%s/%d/%s".formatted(itemKey, appointment.sequence(), person.id());
                  var entry = Guests.isGuest(person) ? appointment.withoutLink() : appointment;
                  return Notice.atOnce(key, plan.id(), person, subject, letter)
                      .about(itemKey)
                      .leadingTo(entry.link())
                      .with(entry);
                })
            .toList());
  }

  private static Letter letter(
      Plan plan, Appointment appointment, Person person, String subject, String code) {
    var facts = new ArrayList<String>();
    facts.add(
        text(
            plan,
            "when",
            moment(plan, "date-format", appointment.starts()),
            moment(plan, "time-format", appointment.ends())));
    if (appointment.place() != null) {
      facts.add(text(plan, "where", appointment.place()));
    }
    if (appointment.description() != null) {
      facts.add(appointment.description());
    }
    var guest = Guests.isGuest(person);
    return new Letter(
        guest ? "guest" : "invitation",
        plan.language().getLanguage(),
        subject,
        text(plan, guest ? "greeting-guest" : "greeting", person.name()),
        List.of(text(plan, code, appointment.title()), String.join("\n", facts)),
        List.of(),
        null,
        null,
        text(plan, "calendar-attached"),
        text(plan, "signature", plan.organisation(), plan.title()));
  }

  private static String moment(Plan plan, String format, Instant moment) {
    return DateTimeFormatter.ofPattern(text(plan, format), plan.language())
        .format(moment.atZone(plan.zone()));
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "notification.invitation." + code, arguments);
  }
}
