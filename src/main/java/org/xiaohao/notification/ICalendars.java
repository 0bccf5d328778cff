package org.xiaohao.notification;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes appointments as iCalendar (RFC 5545, RFC 5546). Times are written in UTC. */
public final class ICalendars {

  private static final String PRODUCT = "-//Xiaohao//Campaigns//ZH";

  /** What stands behind the business key, so that the uid is unique in the world of calendars. */
  private static final String DOMAIN = "@xiaohao";

  private ICalendars() {}

  /** Method of the mail that carries it. */
  static String method(Appointment appointment) {
    return switch (appointment.kind()) {
      case INVITED -> Method.VALUE_REQUEST;
      case CANCELLED -> Method.VALUE_CANCEL;
      case NOTED -> Method.VALUE_PUBLISH;
    };
  }

  /**
   * One appointment for one person, to go with a mail.
   *
   * @param organizer mail address of the sender
   * @param now moment at which it was written
   */
  static String invitation(
      Appointment appointment, String organizer, String attendee, String name, Instant now) {
    var event = event(appointment, now);
    // Of what is only noted, too: who took it into a calendar is who takes it out.
    event.add(new Organizer(mailto(organizer)));
    if (appointment.kind() != Appointment.Kind.NOTED) {
      var parameters = new ParameterList(List.of(new Cn(name.replace('"', '\'')), Rsvp.FALSE));
      event.add(new Attendee(parameters, mailto(attendee)));
    }
    return text(calendar(method(appointment)).add(event));
  }

  /**
   * Many appointments under one address that calendars read now and then.
   *
   * @param name what a calendar calls it
   */
  public static String feed(String name, List<Appointment> appointments, Instant now) {
    Calendar calendar = calendar(Method.VALUE_PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    appointments.forEach(appointment -> calendar.add(event(appointment, now)));
    return text(calendar);
  }

  private static Calendar calendar(String method) {
    var calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(
        switch (method) {
          case Method.VALUE_REQUEST -> ImmutableMethod.REQUEST;
          case Method.VALUE_CANCEL -> ImmutableMethod.CANCEL;
          default -> ImmutableMethod.PUBLISH;
        });
    return calendar;
  }

  private static VEvent event(Appointment from, Instant now) {
    var event = new VEvent(false);
    event.add(new Uid(from.uid() + DOMAIN));
    event.add(new DtStamp(now));
    event.add(new Sequence((int) Math.min(from.sequence(), Integer.MAX_VALUE)));
    event.add(new DtStart<>(from.starts()));
    if (from.ends().isAfter(from.starts())) {
      event.add(new DtEnd<>(from.ends()));
    } else {
      // A limit: nobody is busy because of it.
      event.add(ImmutableTransp.TRANSPARENT);
    }
    event.add(new Summary(MailText.line(from.title())));
    if (from.description() != null) {
      event.add(new Description(from.description()));
    }
    if (from.place() != null) {
      event.add(new Location(from.place()));
    }
    if (from.link() != null) {
      event.add(new Url(URI.create(from.link())));
    }
    event.add(
        from.kind() == Appointment.Kind.CANCELLED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    return event;
  }

  private static URI mailto(String address) {
    try {
      // Written out, and with what an address may contain and a link may not.
      var uri = new URI("mailto", address, null).toString();
      return URI.create(uri.replace("?", "%3F").replace("&", "%26"));
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static String text(Calendar calendar) {
    var text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
