package org.xiaohao.shared;

/** From which address the present act is done. */
@FunctionalInterface
public interface CallerAddress {

  /** What stands where nobody calls from outside: a timer, a command. */
  String SYSTEM = "system";

  /** The remote address of the present request; {@link #SYSTEM} where there is none. */
  String current();
}
