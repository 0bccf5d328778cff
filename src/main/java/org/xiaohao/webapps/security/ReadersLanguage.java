package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Lets everything that answers a request speak the reader's language, also what Spring MVC does not
 * serve: the engine's own API, and a filter that refuses.
 */
final class ReadersLanguage extends OncePerRequestFilter {

  private final LocaleResolver choice;

  ReadersLanguage(LocaleResolver choice) {
    this.choice = choice;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(choice.resolveLocale(request));
    try {
      chain.doFilter(request, response);
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }
}
