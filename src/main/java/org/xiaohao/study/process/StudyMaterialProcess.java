package org.xiaohao.study.process;

/** Words that the model {@code study-material} shares with the code. */
final class StudyMaterialProcess {

  static final String KEY = "study-material";

  private StudyMaterialProcess() {}

  static final class Messages {
    static final String SETTLED = "study-material.settled";

    private Messages() {}
  }

  static final class Elements {
    static final String SUPPLY = "userTask_supply";

    private Elements() {}
  }
}
