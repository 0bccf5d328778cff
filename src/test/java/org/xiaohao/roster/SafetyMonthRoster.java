package org.xiaohao.roster;

import static org.xiaohao.roster.RosterWorkbook.row;

import java.io.IOException;
import java.nio.file.Path;

/** The people of the safety month: a factory with three shops, in English, without branches. */
public final class SafetyMonthRoster {

  private SafetyMonthRoster() {}

  /** Writes it as {@code roster.xlsx} into that folder. */
  public static void write(Path folder) throws IOException {
    new RosterWorkbook()
        .sheet(
            "Units",
            row("ID", "Name", "Kind", "Head", "Liaison", "Leader in charge", "Study days"),
            row("welding", "Welding shop", "Division", "ann.hill", "bo.lee", "chen.wei", ""),
            row("paint", "Paint shop", "Division", "cal.moss", "dee.park", "chen.wei", ""),
            row("yard", "Yard", "Affiliated unit", "eve.ross", "finn.sand", "chen.wei", ""))
        .sheet("Branches", row("ID", "Name", "Secretary"))
        .sheet(
            "People",
            row("Login", "Name", "Unit", "Post", "Rank", "Branch", "Mail"),
            row("chen.wei", "Chen Wei", "", "Director", "Bureau leader", "", "chen@example.org"),
            row("li.na", "Li Na", "", "Safety officer", "Bureau leader", "", "li@example.org"),
            row("zhao.min", "Zhao Min", "yard", "Clerk", "Staff", "", "zhao@example.org"),
            row("ann.hill", "Ann Hill", "welding", "Foreman", "Section chief", "", "a@example.org"),
            row("bo.lee", "Bo Lee", "welding", "Welder", "Staff", "", "b@example.org"),
            row("gus.tan", "Gus Tan", "welding", "Welder", "Staff", "", "g@example.org"),
            row("cal.moss", "Cal Moss", "paint", "Foreman", "Section chief", "", "c@example.org"),
            row("dee.park", "Dee Park", "paint", "Painter", "Staff", "", "d@example.org"),
            row("hal.unger", "Hal Unger", "paint", "Painter", "Staff", "", "h@example.org"),
            row("eve.ross", "Eve Ross", "yard", "Foreman", "Section chief", "", "e@example.org"),
            row("finn.sand", "Finn Sand", "yard", "Rigger", "Staff", "", "f@example.org"))
        .write(folder.resolve("roster.xlsx"));
  }
}
