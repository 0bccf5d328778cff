package org.xiaohao.webapps.security;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * How people prove who they are. There is exactly one; {@code xiaohao.login.provider} says which.
 */
interface WayIn {

  /** Puts it into the chain. */
  void open(HttpSecurity http) throws Exception;

  /** Whether the login page asks for a name and a password. */
  boolean byPassword();

  /** Other places where people prove who they are. */
  List<Link> links();

  /**
   * A button of the login page.
   *
   * @param address within this house
   * @param name of the other place, as its settings call it
   */
  record Link(String address, String name) {}
}
