package org.xiaohao.roster.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.xiaohao.roster.Accounts;
import org.xiaohao.roster.Groups;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Messages;

/**
 * Makes the people of a roster users of the engine, and their roles groups. Writes only what
 * differs, and never touches a password that exists.
 */
@Component
@EnableConfigurationProperties(IdentityProperties.class)
class EngineIdentity implements Accounts {

  private final IdentityService identity;
  private final Rosters rosters;
  private final IdentityProperties settings;

  EngineIdentity(IdentityService identity, Rosters rosters, IdentityProperties settings) {
    this.identity = identity;
    this.rosters = rosters;
    this.settings = settings;
  }

  /** The groups of units are made by {@link #roles}. */
  @Override
  public void people(String campaignId, Collection<Person> people) {
    for (var person : people) {
      user(person);
      var groups = groupsOf(person.id());
      join(person.id(), Groups.staff(campaignId), groups);
      var unit = person.unitId() == null ? null : Groups.unit(campaignId, person.unitId());
      if (unit != null) {
        join(person.id(), unit, groups);
      }
      groups.stream()
          .filter(group -> group.startsWith(campaignId + ".unit.") && !group.equals(unit))
          .forEach(group -> identity.deleteMembership(person.id(), group));
    }
  }

  @Override
  public void unit(String campaignId, String unitId) {
    rosters
        .unit(campaignId, unitId)
        .ifPresent(unit -> group(Groups.unit(campaignId, unitId), words("unit", unit.name())));
  }

  @Override
  public void unitRemoved(String campaignId, String unitId) {
    Stream.of(
            Groups.head(campaignId, unitId),
            Groups.liaison(campaignId, unitId),
            Groups.leader(campaignId, unitId))
        .forEach(this::emptied);
  }

  @Override
  public void branchRemoved(String campaignId, String branchId) {
    emptied(Groups.secretary(campaignId, branchId));
  }

  @Override
  public void left(String campaignId, Person person) {
    groupsOf(person.id()).stream()
        .filter(group -> group.startsWith(campaignId + "."))
        .forEach(group -> identity.deleteMembership(person.id(), group));
  }

  @Override
  public void roles(String campaignId, List<String> office, List<String> leadingGroup) {
    group(Groups.staff(campaignId), words("staff"));
    members(campaignId, Groups.office(campaignId), words("office"), office);
    members(campaignId, Groups.leadingGroup(campaignId), words("leading-group"), leadingGroup);
    for (var unit : rosters.units(campaignId)) {
      var id = unit.id();
      var name = unit.name();
      group(Groups.unit(campaignId, id), words("unit", name));
      post(campaignId, Groups.head(campaignId, id), words("head", name), unit.head());
      post(campaignId, Groups.liaison(campaignId, id), words("liaison", name), unit.acting());
      post(campaignId, Groups.leader(campaignId, id), words("leader", name), unit.leaderInCharge());
    }
    for (var branch : rosters.branches(campaignId)) {
      var group = Groups.secretary(campaignId, branch.id());
      post(campaignId, group, words("secretary", branch.name()), branch.secretary());
    }
  }

  private void emptied(String group) {
    identity
        .createUserQuery()
        .memberOfGroup(group)
        .list()
        .forEach(user -> identity.deleteMembership(user.getId(), group));
  }

  /** What the administrator reads in place of an id. Names in the engine know one language. */
  private static String words(String role, String... of) {
    return Messages.text(Locale.SIMPLIFIED_CHINESE, "roster.group-" + role, (Object[]) of);
  }

  private void post(String campaignId, String group, String name, @Nullable String member) {
    members(campaignId, group, name, member == null ? List.of() : List.of(member));
  }

  private void members(String campaignId, String group, String name, List<String> wanted) {
    group(group, name);
    var present = new HashSet<String>();
    identity.createUserQuery().memberOfGroup(group).list().stream()
        .map(User::getId)
        .forEach(present::add);
    for (var id : wanted) {
      if (!present.contains(id)) {
        rosters.person(campaignId, id).ifPresent(this::user);
        identity.createMembership(id, group);
      }
    }
    present.stream()
        .filter(id -> !wanted.contains(id))
        .forEach(id -> identity.deleteMembership(id, group));
  }

  private void user(Person person) {
    var user = identity.createUserQuery().userId(person.id()).singleResult();
    if (user == null) {
      user = identity.newUser(person.id());
      user.setPassword(
          settings.initialPassword() == null
              ? UUID.randomUUID().toString() + UUID.randomUUID()
              : settings.initialPassword());
    } else if (person.name().equals(user.getFirstName())
        && Objects.equals(person.mail(), user.getEmail())) {
      return;
    }
    user.setFirstName(person.name());
    user.setLastName("");
    user.setEmail(person.mail());
    identity.saveUser(user);
  }

  private void group(String id, String name) {
    var group = identity.createGroupQuery().groupId(id).singleResult();
    if (group == null) {
      group = identity.newGroup(id);
      group.setType("WORKFLOW");
    } else if (name.equals(group.getName())) {
      return;
    }
    group.setName(name);
    identity.saveGroup(group);
  }

  private void join(String person, String group, Set<String> present) {
    if (!present.contains(group)) {
      identity.createMembership(person, group);
    }
  }

  private Set<String> groupsOf(String person) {
    var groups = new HashSet<String>();
    identity.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .forEach(groups::add);
    return groups;
  }
}
