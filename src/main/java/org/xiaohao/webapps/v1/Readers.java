package org.xiaohao.webapps.v1;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.xiaohao.webapps.security.People;

/** Those who ask. */
@Component
class Readers {

  private final People people;

  Readers(People people) {
    this.people = people;
  }

  /** Somebody with the roles of this moment: a session may be older than a change of roles. */
  Reader of(Authentication person) {
    return new Reader(person.getName(), Set.copyOf(people.groups(person.getName())));
  }
}
