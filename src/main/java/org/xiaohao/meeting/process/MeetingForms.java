package org.xiaohao.meeting.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.xiaohao.meeting.Arrangement;
import org.xiaohao.meeting.Audience;
import org.xiaohao.meeting.Meeting;
import org.xiaohao.meeting.Minutes;
import org.xiaohao.meeting.Minutes.Remark;
import org.xiaohao.shared.Refusal;

/** Between a meeting and the fields of its forms. */
final class MeetingForms {

  /** Value of the choice that means no single unit. */
  static final String BUREAU = "*";

  private MeetingForms() {}

  /** What the form is filled with beforehand: the draft, or the proposed day and usual hours. */
  static Map<String, Object> draft(Meeting meeting) {
    var draft = meeting.arrangement();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("day", meeting.proposed().toString());
    fields.put("starts", draft == null ? "14:30" : draft.starts().toString());
    fields.put("ends", draft == null ? "17:00" : draft.ends().toString());
    fields.put("place", draft == null ? "" : draft.place());
    fields.put("host", draft == null ? "" : draft.host());
    fields.put("agenda", draft == null ? "" : draft.agenda());
    return fields;
  }

  static Arrangement arrangement(JsonNode form) {
    return new Arrangement(
        day(form),
        time(form, "starts"),
        time(form, "ends"),
        text(form, "place"),
        text(form, "host"),
        text(form, "agenda"));
  }

  static Set<Audience> audiences(JsonNode form) {
    var audiences = EnumSet.noneOf(Audience.class);
    for (var value : form.path("audiences")) {
      try {
        audiences.add(Audience.valueOf(value.asText()));
      } catch (IllegalArgumentException unknown) {
        throw new Refusal("meeting.audience-unknown", value.asText());
      }
    }
    return audiences;
  }

  /** One guest per line. */
  static List<String> more(JsonNode form) {
    return text(form, "more").lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /** Rows without any entry are left out. */
  static Minutes minutes(JsonNode form) {
    var opinions = new ArrayList<Remark>();
    for (var row : form.path("opinions")) {
      var unit = text(row, "unit");
      var opinion =
          new Remark(
              text(row, "raisedBy"),
              unit.isEmpty() || unit.equals(BUREAU) ? null : unit,
              text(row, "text"),
              row.path("problem").asBoolean());
      if (!opinion.raisedBy().isEmpty() || !opinion.text().isEmpty()) {
        opinions.add(opinion);
      }
    }
    var resolutions =
        StreamSupport.stream(form.path("resolutions").spliterator(), false)
            .map(row -> text(row, "text"))
            .filter(resolution -> !resolution.isEmpty())
            .toList();
    return new Minutes(
        form.path("attendees").asInt(0),
        text(form, "attendance"),
        text(form, "text"),
        opinions,
        resolutions);
  }

  private static LocalDate day(JsonNode form) {
    try {
      return LocalDate.parse(text(form, "day"));
    } catch (DateTimeParseException unreadable) {
      throw new Refusal("meeting.day-missing");
    }
  }

  /** Also with the colon of a Chinese keyboard. */
  private static LocalTime time(JsonNode form, String field) {
    try {
      return LocalTime.parse(text(form, field).replace('\uff1a', ':'));
    } catch (DateTimeParseException unreadable) {
      throw new Refusal("meeting.time-unreadable");
    }
  }

  private static String text(JsonNode form, String field) {
    return form.path(field).asText("").strip();
  }
}
