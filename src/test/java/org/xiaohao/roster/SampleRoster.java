package org.xiaohao.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of the sample campaign. Its leading group and office are those that the plan names
 * (R7, R9); everybody else, and who belongs where, is made up.
 */
final class SampleRoster {

  private static final String DIVISION = "局机关科室";
  private static final String AFFILIATED = "局属单位";

  /** The columns in the order in which an office would fill them in. */
  static final List<String> UNIT_HEADER = List.of("编号", "单位名称", "类别", "负责人", "联络员", "分管领导", "学习日");

  static final List<String> BRANCH_HEADER = List.of("编号", "支部名称", "书记");
  static final List<String> PERSON_HEADER = List.of("登录名", "姓名", "单位", "职务", "级别", "党支部", "邮箱");

  /** Head, liaison and everybody else get their posts from here, in this order. */
  private record Posts(String head, String deputy, String... others) {}

  private static final Posts SECTION = new Posts("科长", "副科长", "一级科员", "科员");

  final List<List<String>> units = new ArrayList<>();
  final List<List<String>> branches = new ArrayList<>();
  final List<List<String>> people = new ArrayList<>();

  private final Map<String, Integer> logins = new HashMap<>();
  private final Map<String, String> headOf = new HashMap<>();
  private int named;

  SampleRoster() {
    leaders();
    divisions();
    affiliatedUnits();
    branches();
  }

  private void leaders() {
    person("杨建平", "yangjianping", "", "局长", "局领导", "organ-1");
    person("刘广立", "liuguangli", "", "副局长", "局领导", "organ-1");
    person("卢展中", "luzhanzhong", "", "副局长", "局领导", "organ-2");
    person("宋文杰", "songwenjie", "", "纪检组长", "局领导", "organ-3");
  }

  private void divisions() {
    var office = new Posts("主任", "副主任", "一级科员", "科员");
    unit(
        "office",
        "局办公室",
        DIVISION,
        "liuguangli",
        "organ-1",
        9,
        office,
        "和立新/helixin",
        "郭威/guowei",
        "侍璐强/shiluqiang");
    unit("personnel", "人事教育科", DIVISION, "yangjianping", "organ-1", 5, SECTION, "黄卫东/huangweidong");
    unit("law", "政策法规科", DIVISION, "songwenjie", "organ-1", 4, SECTION);
    unit("arts", "艺术科", DIVISION, "luzhanzhong", "organ-2", 5, SECTION);
    unit(
        "public-culture",
        "公共文化科",
        DIVISION,
        "liuguangli",
        "organ-2",
        6,
        SECTION,
        "黄正伟/huangzhengwei");
    unit("industry", "文化产业科", DIVISION, "luzhanzhong", "organ-2", 5, SECTION);
    unit("market", "文化市场科", DIVISION, "songwenjie", "organ-3", 6, SECTION);
    unit("heritage", "文物科", DIVISION, "songwenjie", "organ-3", 6, SECTION);
  }

  private void affiliatedUnits() {
    unit(
        "library",
        "市图书馆",
        AFFILIATED,
        "liuguangli",
        "library",
        13,
        new Posts("馆长", "副馆长", "馆员", "助理馆员", "管理员"));
    unit(
        "mass-art",
        "市群众艺术馆",
        AFFILIATED,
        "liuguangli",
        "mass-art",
        11,
        new Posts("馆长", "副馆长", "馆员", "辅导干部", "助理馆员"));
    unit(
        "museum",
        "市博物馆",
        AFFILIATED,
        "songwenjie",
        "museum",
        13,
        new Posts("馆长", "副馆长", "文博馆员", "讲解员", "保管员"));
    unit(
        "opera",
        "市上党梆子剧团",
        AFFILIATED,
        "luzhanzhong",
        "stage",
        14,
        new Posts("团长", "副团长", "演员", "演奏员", "舞美技师"));
    unit(
        "song-dance",
        "市歌舞剧院",
        AFFILIATED,
        "luzhanzhong",
        "stage",
        12,
        new Posts("院长", "副院长", "演员", "演奏员", "编导"));
    unit(
        "enforcement",
        "市文化市场综合执法支队",
        AFFILIATED,
        "songwenjie",
        "enforcement",
        11,
        new Posts("支队长", "副支队长", "执法队员"));
    unit(
        "gallery",
        "市美术馆",
        AFFILIATED,
        "liuguangli",
        "mass-art",
        6,
        new Posts("馆长", "副馆长", "馆员", "布展员"));
    unit(
        "film",
        "市电影公司",
        AFFILIATED,
        "luzhanzhong",
        "enforcement",
        6,
        new Posts("经理", "副经理", "放映员", "职员"));
    unit(
        "art-school",
        "市艺术学校",
        AFFILIATED,
        "luzhanzhong",
        "enforcement",
        8,
        new Posts("校长", "副校长", "教师"));
    unit(
        "relics-institute",
        "市文物研究所",
        AFFILIATED,
        "songwenjie",
        "museum",
        6,
        new Posts("所长", "副所长", "研究人员"));
  }

  private void branches() {
    branch("organ-1", "机关第一党支部", "personnel");
    branch("organ-2", "机关第二党支部", "public-culture");
    branch("organ-3", "机关第三党支部", "market");
    branch("library", "市图书馆党支部", "library");
    branch("mass-art", "群艺馆美术馆联合党支部", "mass-art");
    branch("museum", "博物馆文研所联合党支部", "museum");
    branch("stage", "文艺院团联合党支部", "opera");
    branch("enforcement", "执法支队党支部", "enforcement");
  }

  private void branch(String id, String name, String unitOfSecretary) {
    branches.add(List.of(id, name, headOf.get(unitOfSecretary)));
  }

  /**
   * @param known people whom the plan names, in the order head, liaison, others
   */
  private void unit(
      String id,
      String name,
      String kind,
      String leader,
      String branch,
      int size,
      Posts posts,
      String... known) {
    var ids = new ArrayList<String>();
    for (int place = 0; place < size; place++) {
      var nameAndLogin = place < known.length ? known[place].split("/") : MadeUpNames.next(named++);
      var chief = place < 2;
      var post =
          place == 0
              ? posts.head
              : place == 1 ? posts.deputy : posts.others[(place - 2) % posts.others.length];
      // About every third of the staff is outside the party.
      var member = chief || place < known.length || place % 3 != 1;
      ids.add(
          person(
              nameAndLogin[0],
              nameAndLogin[1],
              id,
              post,
              chief ? "科级干部" : "干部职工",
              member ? branch : ""));
    }
    headOf.put(id, ids.get(0));
    units.add(List.of(id, name, kind, ids.get(0), ids.get(size > 9 ? 2 : 1), leader, ""));
  }

  private String person(
      String name, String pinyin, String unit, String post, String rank, String branch) {
    var homonyms = logins.merge(pinyin, 1, Integer::sum);
    var login = homonyms == 1 ? pinyin : pinyin + homonyms;
    people.add(List.of(login, name, unit, post, rank, branch, login + "@changzhi.example.org"));
    return login;
  }
}
