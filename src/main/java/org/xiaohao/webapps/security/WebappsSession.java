package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/**
 * Makes whoever came in by the front door known to the webapps, for every address of theirs, and
 * ends the session when they end theirs. They look up the person's groups and applications
 * themselves, and again once a minute.
 */
final class WebappsSession extends ContainerBasedAuthenticationFilter {

  private final String engine;
  private final String logout;

  WebappsSession(String engine) {
    this.engine = engine;
    this.logout = "/camunda/api/admin/auth/user/" + engine + "/logout";
  }

  @Override
  public void init(FilterConfig configuration) {
    authenticationProvider = new FromTheFrontDoor();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    super.doFilter(request, response, chain);
    // Asked afterwards, since the webapps check their token first.
    var http = (HttpServletRequest) request;
    if ("POST".equals(http.getMethod())
        && logout.equals(http.getRequestURI().substring(http.getContextPath().length()))
        && ((HttpServletResponse) response).getStatus() == HttpServletResponse.SC_OK) {
      new SecurityContextLogoutHandler().logout(http, (HttpServletResponse) response, person());
    }
  }

  @Override
  protected @Nullable String extractEngineName(HttpServletRequest request) {
    return person() == null ? null : engine;
  }

  @Override
  protected UserAuthentication createAuthentication(
      ProcessEngine processEngine, String name, List<String> groups, List<String> tenants) {
    var known = super.createAuthentication(processEngine, name, groups, tenants);
    if (known == null) {
      throw new AccessDeniedException("the user was deleted");
    }
    return known;
  }

  private static @Nullable Authentication person() {
    var current = SecurityContextHolder.getContext().getAuthentication();
    return current == null || !current.isAuthenticated() || isAnonymous(current) ? null : current;
  }

  private static boolean isAnonymous(Authentication current) {
    return current
        instanceof org.springframework.security.authentication.AnonymousAuthenticationToken;
  }

  private static final class FromTheFrontDoor implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      var person = person();
      return person == null
          ? AuthenticationResult.unsuccessful()
          : AuthenticationResult.successful(person.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // The front door asks for the login; there is no other challenge.
    }
  }
}
