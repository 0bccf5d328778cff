package org.xiaohao.webapps;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.Agenda;
import org.xiaohao.notification.Feeds;
import org.xiaohao.notification.Feeds.Owner;
import org.xiaohao.notification.ICalendars;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;

/**
 * Calendars under their private addresses: calendar programs cannot log in, so whoever knows the
 * address may read. One that does not exist and one that was revoked look the same.
 */
@RestController
class CalendarController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Feeds feeds;
  private final Agenda agenda;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Clock clock;

  CalendarController(
      Feeds feeds, Agenda agenda, Campaigns campaigns, Rosters rosters, Clock clock) {
    this.feeds = feeds;
    this.agenda = agenda;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.clock = clock;
  }

  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<byte[]> read(@PathVariable String token) {
    return feeds
        .find(token)
        .map(this::calendar)
        .map(
            text ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                    .header("X-Robots-Tag", "noindex")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .body(text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Whoever has left sees an empty one. */
  private String calendar(Owner owner) {
    var id = owner.campaignId();
    var title = campaigns.get(id).plan().title();
    if (owner.unitId() != null) {
      var unit = rosters.unit(id, owner.unitId()).map(Unit::name).orElse("");
      return ICalendars.feed(
          title + " " + unit, agenda.ofUnit(id, owner.unitId()), clock.instant());
    }
    var person = rosters.activePerson(id, String.valueOf(owner.personId()));
    var name = person.map(Person::name).orElse("");
    var appointments = person.map(p -> agenda.ofPerson(id, p)).orElse(List.of());
    return ICalendars.feed(title + " " + name, appointments, clock.instant());
  }
}
