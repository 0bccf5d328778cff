package org.xiaohao.roster;

/** The file as a whole is not a roster that can be read. */
final class UnreadableFile extends Exception {

  private final String code;
  private final transient Object[] arguments;

  /**
   * @param code key of the message that says what it is instead, and how to mend it
   */
  UnreadableFile(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = arguments;
  }

  String code() {
    return code;
  }

  Object[] arguments() {
    return arguments;
  }
}
