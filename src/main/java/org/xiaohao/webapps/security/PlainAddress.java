package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that two readers may understand in two ways ({@code //}, {@code ;}, {@code
 * %2e}). The chain does so as well, but what stands before it in Spring already stumbles over them
 * where a servlet of the webapps is meant, and answers as if the house were broken.
 */
final class PlainAddress extends OncePerRequestFilter {

  private final HttpFirewall firewall = new StrictHttpFirewall();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      firewall.getFirewalledRequest(request);
    } catch (RequestRejectedException odd) {
      if (ApiProblem.isAsked(request)) {
        ApiProblem.write(request, response, HttpServletResponse.SC_BAD_REQUEST);
      } else {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      }
      return;
    }
    chain.doFilter(request, response);
  }
}
