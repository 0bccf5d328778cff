package org.xiaohao.meeting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.notification.Guests;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;
import org.xiaohao.shared.Messages;

/** Says who is invited: in the words of the plan, and which people of the roster. */
@Component
public class MeetingInvitations {

  private final Rosters rosters;

  MeetingInvitations(Rosters rosters) {
    this.rosters = rosters;
  }

  /** What an audience is called. */
  public static String name(Campaign campaign, Audience audience) {
    return Messages.text(campaign.plan().language(), "meeting.audience." + audience);
  }

  /** Everybody of the roster who is invited now, each once, in the order of the roster. */
  public List<Person> people(Campaign campaign, Collection<Invitee> invitees) {
    var ids =
        invitees.stream()
            .map(Invitee::audience)
            .filter(Objects::nonNull)
            .flatMap(audience -> members(campaign, audience))
            .collect(Collectors.toSet());
    return rosters.people(campaign.id()).stream().filter(p -> ids.contains(p.id())).toList();
  }

  /** Guests from outside who can be told by mail, each address once. */
  List<Person> guests(Collection<Invitee> invitees) {
    return invitees.stream()
        .filter(invitee -> invitee.mail() != null)
        .map(invitee -> Guests.of(invitee.name(), invitee.mail()))
        .collect(Collectors.toMap(Person::id, Function.identity(), (first, again) -> first))
        .values()
        .stream()
        .sorted(Comparator.comparing(Person::id))
        .toList();
  }

  /** The plan's own words, then the audiences, then the names that the office adds. */
  List<Invitee> invitees(
      Campaign campaign, List<String> words, Collection<Audience> audiences, List<String> more) {
    return Stream.of(
            words.stream().map(Invitee::named),
            audiences.stream().sorted().map(a -> new Invitee(name(campaign, a), a, null)),
            more.stream().map(Invitee::guest))
        .flatMap(invitees -> invitees)
        .toList();
  }

  private Stream<String> members(Campaign campaign, Audience audience) {
    var id = campaign.id();
    return switch (audience) {
      case LEADING_GROUP -> campaign.plan().leadingGroup().people();
      case UNIT_HEADS -> rosters.units(id).stream().map(Unit::head).filter(Objects::nonNull);
      case DIVISIONS ->
          rosters.units(id).stream()
              .filter(unit -> unit.kind() == UnitKind.DIVISION)
              .flatMap(unit -> rosters.peopleOf(id, unit.id()).stream())
              .map(Person::id);
      case STAFF -> rosters.people(id).stream().map(Person::id);
    };
  }
}
