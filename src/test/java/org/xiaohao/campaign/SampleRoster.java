package org.xiaohao.campaign;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xiaohao.roster.Branch;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.roster.Roster;
import org.xiaohao.roster.Unit;
import org.xiaohao.roster.UnitKind;

/** A bureau of the size of the sample: 18 units, 8 branches, 150 people. */
public final class SampleRoster {

  static final int UNITS = 18;
  static final int BRANCHES = 8;
  static final int PEOPLE = 150;

  private SampleRoster() {}

  public static Roster of2017() {
    return withStudyDays(Set.of());
  }

  /** The first unit meets on those days only, the others on all. */
  static Roster withStudyDays(Set<DayOfWeek> first) {
    var units = new ArrayList<Unit>();
    for (int i = 0; i < UNITS; i++) {
      var kind = i < 8 ? UnitKind.DIVISION : UnitKind.AFFILIATED_UNIT;
      var id = i == 0 ? "office" : "unit-" + i;
      var days = i == 0 ? first : Set.<DayOfWeek>of();
      units.add(
          new Unit(id, i + 1, "单位" + i, kind, "head" + i, "liaison" + i, "luzhanzhong", days));
    }
    var branches = new ArrayList<Branch>();
    for (int i = 0; i < BRANCHES; i++) {
      branches.add(new Branch("branch-" + i, i + 1, "支部" + i, "head" + i));
    }
    var people = new ArrayList<Person>();
    for (var id : List.of("yangjianping", "liuguangli", "luzhanzhong", "songwenjie")) {
      people.add(new Person(id, id, null, "branch-0", "局领导", Rank.BUREAU_LEADER, null));
    }
    for (var id : List.of("helixin", "huangweidong", "guowei", "huangzhengwei", "shiluqiang")) {
      people.add(new Person(id, id, "office", "branch-0", "科员", Rank.STAFF, null));
    }
    for (int i = 0; i < UNITS; i++) {
      var unit = units.get(i).id();
      people.add(new Person("head" + i, "负责人" + i, unit, null, "科长", Rank.SECTION_CHIEF, null));
      people.add(new Person("liaison" + i, "联络员" + i, unit, null, "科员", Rank.STAFF, null));
    }
    for (int i = people.size(); i < PEOPLE; i++) {
      var unit = units.get(i % UNITS).id();
      people.add(new Person("staff" + i, "职工" + i, unit, null, "科员", Rank.STAFF, null));
    }
    return new Roster(units, branches, people);
  }
}
