package org.xiaohao.webapps.answer;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A slip for each entry form that a clerk has open; each is good for one form. */
final class EntrySlips implements Serializable {

  private static final String NAME = "xiaohao.entry-slips";
  private static final int MOST = 20;

  private final Set<String> open = new LinkedHashSet<>();

  private EntrySlips() {}

  static EntrySlips of(HttpSession session) {
    synchronized (session) {
      if (session.getAttribute(NAME) instanceof EntrySlips present) {
        return present;
      }
      var made = new EntrySlips();
      session.setAttribute(NAME, made);
      return made;
    }
  }

  synchronized String issue() {
    if (open.size() >= MOST) {
      Iterator<String> oldest = open.iterator();
      oldest.next();
      oldest.remove();
    }
    var slip = UUID.randomUUID().toString();
    open.add(slip);
    return slip;
  }

  /** Whether it was still good; it no longer is. */
  synchronized boolean take(String slip) {
    return open.remove(slip);
  }
}
