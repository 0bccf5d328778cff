package org.xiaohao.webapps.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xiaohao.login.*}.
 *
 * @param provider who checks that people are who they say
 * @param throttle when to stop listening to somebody who guesses
 * @param ldap the directory, where it is asked
 * @param oidc the other login, where it is asked
 */
@ConfigurationProperties("xiaohao.login")
record LoginProperties(
    @DefaultValue("engine") Provider provider,
    @DefaultValue Throttle throttle,
    @DefaultValue Ldap ldap,
    @DefaultValue Oidc oidc) {

  /** Who knows the passwords. The roles come from the roster whoever it is. */
  enum Provider {
    ENGINE,
    LDAP,
    OIDC
  }

  /**
   * How many wrong attempts are borne within a window of time.
   *
   * @param perAccount for one login name, from wherever
   * @param perAddress from one address, for whatever names; a whole office may share one
   * @param window counted from the first wrong attempt
   * @param remembered names, and as many addresses, kept in memory at most; the longest unseen go
   *     first
   */
  record Throttle(
      @DefaultValue("5") int perAccount,
      @DefaultValue("50") int perAddress,
      @DefaultValue("15m") Duration window,
      @DefaultValue("20000") int remembered) {}

  /**
   * How a login name is found in the directory that {@code spring.ldap.*} names. One of the two.
   *
   * @param userDnPattern for names that are part of the address: {@code uid={0},ou=people}
   * @param userSearchFilter for names that are looked up: {@code (sAMAccountName={0})}
   * @param userSearchBase below which they are looked up; empty for the whole directory
   */
  record Ldap(
      @Nullable String userDnPattern,
      @DefaultValue("(uid={0})") String userSearchFilter,
      @DefaultValue("") String userSearchBase) {}

  /**
   * @param userClaim claim of the identity token that holds the login name of the roster
   */
  record Oidc(@DefaultValue("preferred_username") String userClaim) {}
}
