package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.shared.Ellipsis;

/**
 * People who are in no roster and are told by mail alone: they have no bell, no page of ours to
 * open and no say in how they are told.
 */
public final class Guests {

  /** No roster has such an id. */
  private static final String MARK = "guest:";

  /** Characters of a name; what goes on is no name. */
  private static final int LONGEST = 100;

  private Guests() {}

  /** Somebody with a name and an address. */
  public static Person of(String name, String mail) {
    var id = MARK + UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8));
    return new Person(id, Ellipsis.cut(name, LONGEST), null, null, "", Rank.STAFF, mail);
  }

  static boolean isGuest(Person person) {
    return person.id().startsWith(MARK);
  }
}
