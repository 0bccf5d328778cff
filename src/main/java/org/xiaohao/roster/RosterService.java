package org.xiaohao.roster;
import java.time.LocalDate;
public class RosterService { public void take(String c, Roster r, LocalDate d) {} }
