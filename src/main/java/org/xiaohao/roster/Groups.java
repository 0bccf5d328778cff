package org.xiaohao.roster;
public class Groups { public static String office(String c){return c+".office";} }
