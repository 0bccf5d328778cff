package org.xiaohao.webapps.api;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Refusal;
import org.xiaohao.webapps.Posts;

/** Who is logged in to the webapps, as far as this request goes. */
@Component
public class Login {

  private final IdentityService identity;

  Login(IdentityService identity) {
    this.identity = identity;
  }

  /** Whether there is one. */
  boolean isPresent() {
    var current = identity.getCurrentAuthentication();
    return current != null && current.getUserId() != null;
  }

  /** Id of the person. */
  public String id() {
    return current().getUserId();
  }

  /** Groups of the person, see {@link org.xiaohao.roster.Groups}. */
  private List<String> groups() {
    var groups = current().getGroupIds();
    return groups == null ? List.of() : groups;
  }

  /** What the person is in that campaign. */
  Posts posts(String campaignId) {
    return Posts.of(groups(), campaignId);
  }

  boolean takesPart(String campaignId) {
    return posts(campaignId).staff();
  }

  boolean isOffice(String campaignId) {
    return posts(campaignId).office();
  }

  void requireOffice(String campaignId) {
    if (!isOffice(campaignId)) {
      throw new Refusal("webapps.office-only");
    }
  }

  /** Whether the person watches over the whole campaign: the office, and who leads it (R8). */
  boolean oversees(String campaignId) {
    return posts(campaignId).oversees();
  }

  void requireOverseer(String campaignId) {
    if (!oversees(campaignId)) {
      throw new Refusal("webapps.board-office-only");
    }
  }

  boolean isAdministrator() {
    return groups().contains(Groups.CAMUNDA_ADMIN);
  }

  /**
   * Acts as the house itself. What a person may do is decided by the rules of the rooms; the rights
   * in the engine are made for its own pages and would refuse the process its next step.
   */
  public <T> T asHouse(Supplier<T> act) {
    var person = current();
    identity.clearAuthentication();
    try {
      return act.get();
    } finally {
      identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
    }
  }

  /** Like {@link #asHouse(Supplier)}. */
  void asHouse(Runnable act) {
    asHouse(
        () -> {
          act.run();
          return Boolean.TRUE;
        });
  }

  private Authentication current() {
    if (!isPresent()) {
      throw new IllegalStateException("nobody is logged in");
    }
    return identity.getCurrentAuthentication();
  }
}
