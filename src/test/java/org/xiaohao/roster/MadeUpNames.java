package org.xiaohao.roster;

/** Names of nobody in particular, always the same ones. */
final class MadeUpNames {

  private static final String[] SURNAMES =
      ("王/wang 李/li 张/zhang 刘/liu 陈/chen 赵/zhao 郭/guo 杨/yang 韩/han 申/shen 牛/niu 马/ma"
              + " 程/cheng 秦/qin 宋/song 崔/cui 田/tian 冯/feng 武/wu 任/ren 常/chang 苗/miao 段/duan"
              + " 梁/liang 贾/jia 路/lu 原/yuan 栗/li 暴/bao 鲍/bao 连/lian 吴/wu 史/shi")
          .split(" ");

  private static final String[] GIVEN =
      ("志强/zhiqiang 丽萍/liping 晓东/xiaodong 静/jing 建军/jianjun 雪梅/xuemei 永红/yonghong"
              + " 海燕/haiyan 伟/wei 秀英/xiuying 国庆/guoqing 芳/fang 小平/xiaoping 玉兰/yulan"
              + " 振华/zhenhua 娜/na 俊杰/junjie 春霞/chunxia 文斌/wenbin 敏/min 立军/lijun 红霞/hongxia"
              + " 鹏飞/pengfei 淑珍/shuzhen 涛/tao 晋芳/jinfang 志刚/zhigang 艳/yan 宏伟/hongwei"
              + " 婷婷/tingting 保国/baoguo 慧/hui 跃进/yuejin 瑞芳/ruifang 磊/lei 桂花/guihua 海波/haibo"
              + " 莉/li 长青/changqing 晓燕/xiaoyan")
          .split(" ");

  /** Then the first ones come again: every larger organisation has two people of one name. */
  private static final int DIFFERENT = 140;

  private MadeUpNames() {}

  /**
   * @param place from 0; each place has its name
   * @return the name and how it is written as a login
   */
  static String[] next(int place) {
    var number = place % DIFFERENT;
    var surname = SURNAMES[number % SURNAMES.length].split("/");
    var given = GIVEN[(number * 7 + number / GIVEN.length) % GIVEN.length].split("/");
    return new String[] {surname[0] + given[0], surname[1] + given[1]};
  }
}
