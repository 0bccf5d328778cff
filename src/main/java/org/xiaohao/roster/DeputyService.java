package org.xiaohao.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.roster.Deputy.State;
import org.xiaohao.shared.Refusal;

/** Names deputies and ends their time. */
@Service
@Transactional
public class DeputyService {

  private static final int LONGEST_REASON = 500;

  private final Deputies deputies;
  private final DeputyWorkflow workflow;
  private final Rosters rosters;
  private final Responsibles responsibles;
  private final RosterTables tables;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DeputyService(
      Deputies deputies,
      DeputyWorkflow workflow,
      Rosters rosters,
      Responsibles responsibles,
      JdbcTemplate jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.deputies = deputies;
    this.workflow = workflow;
    this.rosters = rosters;
    this.responsibles = responsibles;
    this.tables = new RosterTables(jdbc);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Names a deputy for a span of days. A span that begins today begins at once, any other with the
   * round of its first morning.
   *
   * @param person who will be absent
   * @param begins first day, today or later
   * @param ends last day, counted whole
   * @param reason why; may be empty
   * @param zone zone of the campaign, in which its days begin and end
   * @param by the person, or who may decide for the person ({@link #mayDecide})
   * @throws Refusal if that is not theirs to decide, the days are no span from today on, one of the
   *     two has a deputy or is one in these days, or does not take part
   */
  public Deputy name(
      String campaignId,
      String person,
      String deputy,
      LocalDate begins,
      LocalDate ends,
      String reason,
      ZoneId zone,
      String by) {
    tables.lock(campaignId);
    var absent = participant(campaignId, person);
    var standIn = participant(campaignId, deputy);
    if (!mayDecide(campaignId, absent, by)) {
      throw new Refusal("roster.deputy-not-yours", absent.name());
    }
    if (person.equals(deputy)) {
      throw new Refusal("roster.deputy-self");
    }
    requireSpan(begins, ends, clock.instant().atZone(zone).toLocalDate());
    requireReason(reason);
    requireFree(campaignId, absent, standIn, begins, ends);
    var now = clock.instant();
    var beginsAt = begins.atStartOfDay(zone).toInstant();
    var span =
        new Deputy(
            0,
            campaignId,
            person,
            deputy,
            begins,
            ends,
            beginsAt,
            ends.plusDays(1).atStartOfDay(zone).toInstant(),
            reason,
            beginsAt.isAfter(now) ? State.PLANNED : State.RUNNING,
            by);
    var named = deputies.find(deputies.insert(span)).orElseThrow();
    if (named.state() == State.RUNNING) {
      workflow.share(campaignId, person, deputy);
    }
    events.publishEvent(new DeputyNamed(named));
    return named;
  }

  /**
   * Ends a span before its last day, or takes it back before its first.
   *
   * @param by the absent person, or who may decide for that person
   */
  public void end(long id, String by) {
    var span =
        deputies
            .find(id)
            .orElseThrow(() -> new Refusal("roster.deputy-unknown", String.valueOf(id)));
    var absent = rosters.person(span.campaignId(), span.personId()).orElseThrow();
    if (!mayDecide(span.campaignId(), absent, by)) {
      throw new Refusal("roster.deputy-not-yours", absent.name());
    }
    if (span.state() == State.ENDED || !end(span, by)) {
      throw new Refusal("roster.deputy-over", absent.name());
    }
  }

  /** The round of a morning: shares and takes back the tasks of spans whose day has come. */
  public void turn(String campaignId) {
    for (var span : deputies.turning(campaignId)) {
      if (!span.endsAt().isAfter(clock.instant())) {
        end(span, null);
      } else if (deputies.move(span, State.RUNNING, null)) {
        workflow.share(campaignId, span.personId(), span.deputyId());
      }
    }
  }

  /**
   * Notes that somebody did a task for an absent person; nothing where they did it in their own
   * right.
   *
   * @param holders whose the task is
   */
  public void acted(
      String campaignId, String itemKey, String task, String by, Collection<String> holders) {
    if (!holders.contains(by)) {
      holders.stream()
          .filter(holder -> deputies.acts(campaignId, by, holder))
          .sorted()
          .findFirst()
          .ifPresent(absent -> deputies.acted(campaignId, itemKey, task, by, absent));
    }
  }

  /** Nobody stands in for, or is the deputy of, somebody who is no longer there. */
  @EventListener
  void on(PersonLeft left) {
    deputies.about(left.campaignId(), left.person().id()).stream()
        .filter(span -> span.state() != State.ENDED)
        .forEach(span -> end(span, null));
  }

  /** Posts may have changed hands: deputies follow the person, not the post. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(RosterTaken taken) {
    deputies
        .running(taken.campaignId())
        .forEach(span -> workflow.share(span.campaignId(), span.personId(), span.deputyId()));
  }

  /**
   * Whether somebody may name and recall deputies of a person: the person, the head of the unit,
   * and for the head the leader in charge.
   */
  @Transactional(readOnly = true)
  public boolean mayDecide(String campaignId, Person person, String by) {
    var unit = person.unitId();
    return by.equals(person.id())
        || (unit != null
            && (is(responsibles.headOf(campaignId, unit), by)
                || (is(responsibles.headOf(campaignId, unit), person.id())
                    && is(responsibles.leaderInChargeOf(campaignId, unit), by))));
  }

  private boolean end(Deputy span, @Nullable String by) {
    var ended = deputies.move(span, State.ENDED, by);
    if (ended && span.state() == State.RUNNING) {
      workflow.share(span.campaignId(), span.personId(), span.deputyId());
    }
    return ended;
  }

  private Person participant(String campaignId, String id) {
    return rosters
        .activePerson(campaignId, id)
        .orElseThrow(() -> new Refusal("roster.deputy-not-here", id));
  }

  private static void requireSpan(LocalDate begins, LocalDate ends, LocalDate today) {
    if (ends.isBefore(begins)) {
      throw new Refusal("roster.deputy-ends-first", begins, ends);
    }
    if (begins.isBefore(today)) {
      throw new Refusal("roster.deputy-past", begins);
    }
  }

  private static void requireReason(String reason) {
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new Refusal("roster.deputy-reason", String.valueOf(LONGEST_REASON));
    }
  }

  /** One deputy at a time, and no chain: who is absent stands in for nobody. */
  private void requireFree(
      String campaignId, Person absent, Person standIn, LocalDate begins, LocalDate ends) {
    for (var span : deputies.touching(campaignId, absent.id(), begins, ends)) {
      var other = span.personId().equals(absent.id()) ? span.deputyId() : span.personId();
      throw new Refusal(
          span.personId().equals(absent.id()) ? "roster.deputy-overlap" : "roster.deputy-engaged",
          absent.name(),
          span.begins(),
          span.ends(),
          name(campaignId, other));
    }
    deputies.touching(campaignId, standIn.id(), begins, ends).stream()
        .filter(span -> span.personId().equals(standIn.id()))
        .findFirst()
        .ifPresent(
            span -> {
              throw new Refusal("roster.deputy-absent", standIn.name(), span.begins(), span.ends());
            });
  }

  private String name(String campaignId, String person) {
    return rosters.person(campaignId, person).map(Person::name).orElse(person);
  }

  private static boolean is(Optional<Person> person, String id) {
    return person.filter(somebody -> somebody.id().equals(id)).isPresent();
  }
}
