package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletRequest;

/** Whose page a form stands on. */
public final class SentFrom {

  private SentFrom() {}

  /** Whether it is that of another site: browsers say so themselves. */
  public static boolean elsewhere(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }
}
