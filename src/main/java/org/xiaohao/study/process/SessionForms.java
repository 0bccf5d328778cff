package org.xiaohao.study.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan.SessionSeries;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Responsibles;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;
import org.xiaohao.study.Attendance;
import org.xiaohao.study.Attendance.Presence;
import org.xiaohao.study.Attendances;
import org.xiaohao.study.MakeUpStudy;
import org.xiaohao.study.Preparation;
import org.xiaohao.study.SessionRecord;
import org.xiaohao.study.Speaker;
import org.xiaohao.study.StudyMaterials;
import org.xiaohao.study.StudySession;

/** Between a session and its forms: what they are filled with, and what they send. */
@Component
class SessionForms {

  private final Attendances attendances;
  private final StudyMaterials materials;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final ObjectMapper json;

  SessionForms(
      Attendances attendances,
      StudyMaterials materials,
      Campaigns campaigns,
      Rosters rosters,
      Responsibles responsibles,
      ObjectMapper json) {
    this.attendances = attendances;
    this.materials = materials;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.json = json;
  }

  /** The entry of the plan behind a session. */
  SessionSeries series(StudySession session) {
    return campaigns.get(session.campaignId()).plan().sessions().stream()
        .filter(series -> series.id().equals(session.seriesId()))
        .findFirst()
        .orElseThrow(() -> new Refusal("study.unknown", session.key()));
  }

  /** The unit's people, to choose from. */
  Object people(StudySession session) {
    return json(peopleOf(session).map(SessionForms::option).toList());
  }

  /** The unit's people and the leader in charge, to choose the host from. */
  Object hosts(StudySession session) {
    var leader = responsibles.leaderInChargeOf(session.campaignId(), session.unitId()).stream();
    return json(
        Stream.concat(peopleOf(session), leader).map(SessionForms::option).distinct().toList());
  }

  /** Whether there is a leader in charge who can be invited (R37). */
  boolean hasLeader(StudySession session) {
    return responsibles.leaderInChargeOf(session.campaignId(), session.unitId()).isPresent();
  }

  /** Ways of study, to choose from (R31). */
  Object kinds(StudySession session) {
    return json(
        series(session).kinds().stream()
            .map(kind -> Map.of("label", kind, "value", kind))
            .toList());
  }

  /** The office's material; its text is empty as long as there is none. */
  Object material(StudySession session) {
    var key = session.materialKey();
    var text = key == null ? null : materials.get(key).text();
    return json(Map.of("text", text == null ? "" : text));
  }

  /** What was prepared before, else the head as host and a line per speaker that is needed. */
  Object preparation(StudySession session) {
    return json(
        attendances
            .preparation(session.key())
            .map(SessionForms::prepared)
            .orElseGet(() -> unprepared(session)));
  }

  private static Map<String, Object> prepared(Preparation preparation) {
    return Map.of(
        "place",
        preparation.place(),
        "host",
        preparation.hostId(),
        "kind",
        preparation.kind(),
        "leaderInvited",
        preparation.leaderInvited(),
        "speakers",
        lines(preparation.speakers()));
  }

  private Map<String, Object> unprepared(StudySession session) {
    var head =
        responsibles.headOf(session.campaignId(), session.unitId()).map(Person::id).orElse("");
    var speakers = IntStream.range(0, series(session).speakers()).mapToObj(i -> Map.of()).toList();
    return Map.of(
        "place", "", "host", head, "kind", "", "leaderInvited", false, "speakers", speakers);
  }

  /** Everybody present, and the speakers as named. */
  Object record(StudySession session) {
    var people =
        peopleOf(session)
            .map(
                person -> Map.of("person", person.id(), "presence", Presence.PRESENT, "reason", ""))
            .toList();
    var speakers =
        lines(attendances.speakers(session.key()).stream().map(Speaker::personId).toList());
    return json(Map.of("people", people, "speakers", speakers, "note", ""));
  }

  /** A line for each who missed it and still belongs to the unit. */
  Object makeUp(StudySession session) {
    var people = peopleOf(session).map(Person::id).toList();
    var missed =
        attendances.ofSession(session.key()).stream()
            .filter(Attendance::missed)
            .map(Attendance::personId)
            .filter(people::contains)
            .toList();
    return json(Map.of("people", lines(missed)));
  }

  /** What the form of the preparation sends. */
  Preparation readPreparation(JsonNode form) {
    return new Preparation(
        text(form, "place"),
        text(form, "host"),
        text(form, "kind"),
        form.path("leaderInvited").asBoolean(false),
        persons(form.path("speakers")));
  }

  /** What the form of the record sends. */
  SessionRecord readRecord(JsonNode form) {
    var people = new ArrayList<SessionRecord.Entry>();
    for (var line : form.path("people")) {
      people.add(
          new SessionRecord.Entry(text(line, "person"), presence(line), text(line, "reason")));
    }
    return new SessionRecord(people, persons(form.path("speakers")), text(form, "note"));
  }

  /** What the form of the make-up study sends. */
  List<MakeUpStudy> readMakeUp(JsonNode form) {
    var studies = new ArrayList<MakeUpStudy>();
    for (var line : form.path("people")) {
      studies.add(new MakeUpStudy(text(line, "person"), day(line), text(line, "how")));
    }
    return studies;
  }

  private static Presence presence(JsonNode line) {
    try {
      return Presence.valueOf(text(line, "presence"));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("study.presence-missing");
    }
  }

  private static @Nullable LocalDate day(JsonNode line) {
    var text = text(line, "on");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw new Refusal("study.bad-date", text);
    }
  }

  /** Persons of a list; lines in which nobody was chosen are left out. */
  private static List<String> persons(JsonNode lines) {
    var persons = new ArrayList<String>();
    for (var line : lines) {
      var person = text(line, "person");
      if (!person.isEmpty()) {
        persons.add(person);
      }
    }
    return persons;
  }

  private static List<Map<String, String>> lines(List<String> persons) {
    return persons.stream().map(person -> Map.of("person", person)).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isNull() ? "" : node.path(field).asText("").strip();
  }

  private static Map<String, String> option(Person person) {
    return Map.of("label", person.name(), "value", person.id());
  }

  private Stream<Person> peopleOf(StudySession session) {
    return rosters.peopleOf(session.campaignId(), session.unitId()).stream();
  }

  private Object json(Object value) {
    return SpinValues.jsonValue(json.valueToTree(value).toString()).create();
  }
}
