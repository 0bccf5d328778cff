package org.xiaohao.webapps.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xiaohao.shared.Messages;

/**
 * The one chain that every request passes: Tasklist, Cockpit, Admin, our pages and our API. Whoever
 * comes in here is let into the webapps by {@link WebappsSession}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FrontDoor {

  static final String LOGIN = "/login";

  static final String LOGOUT = "/logout";

  private static final RequestMatcher WEBAPPS = withDefaults().matcher("/camunda/**");

  /**
   * They send a password with each request and have no session. No foreign page can make a browser
   * do so: see ADR 195.
   */
  private static final RequestMatcher PROGRAMS =
      request ->
          request.getServletPath().startsWith("/api/")
              && request.getHeader(HttpHeaders.AUTHORIZATION) != null
              && request.getRequestedSessionId() == null;

  private static final RequestMatcher ANSWERS = withDefaults().matcher("/answer/**");

  /** Patterns mean the same whichever servlet answers; the webapps bring five of their own. */
  @Bean
  PathPatternRequestMatcherBuilderFactoryBean patterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  SecurityFilterChain everyRequest(HttpSecurity http, WayIn wayIn, EngineApi engine)
      throws Exception {
    http.authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll()
                  .requestMatchers(LOGIN, "/pages/**", "/error", "/favicon.ico", "/robots.txt")
                  .permitAll()
                  .requestMatchers(ANSWERS)
                  .permitAll()
                  // Calendar programs cannot log in; the address itself is the secret.
                  .requestMatchers(HttpMethod.GET, "/calendar/*")
                  .permitAll();
              engine.rights(requests);
              requests.anyRequest().authenticated();
            })
        // The webapps have a token of their own, which their pages send with each change; whoever
        // answers without a login needs none, and gets no cookie for it.
        .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS, ANSWERS, PROGRAMS))
        .headers(headers -> PageHeaders.set(headers, WEBAPPS))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(FrontDoor::answers)
        .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?goodbye"))
        .anonymous(Customizer.withDefaults());
    wayIn.open(http);
    return http.build();
  }

  /** Where to go after the login: to a page, never to what a page asked for in passing. */
  private static HttpSessionRequestCache pagesOnly() {
    var cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    cache.setRequestMatcher(
        request ->
            "GET".equals(request.getMethod())
                && !request.getServletPath().contains("/api/")
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
    return cache;
  }

  /** A page sends to the login, an API says no. */
  private static void answers(ExceptionHandlingConfigurer<HttpSecurity> handling) {
    handling
        .defaultAuthenticationEntryPointFor(
            FrontDoor::whoAsks, request -> request.getServletPath().startsWith("/api/"))
        .defaultAuthenticationEntryPointFor(
            new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
            request -> request.getServletPath().contains("/api/"))
        .defaultAuthenticationEntryPointFor(
            new LoginUrlAuthenticationEntryPoint(LOGIN), request -> true)
        .accessDeniedHandler(Expired.denied());
  }

  /** Of a program that says not, or wrongly, who it is. Browsers are never asked for a password. */
  static void whoAsks(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof TooManyAttempts throttled) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(throttled.seconds()));
      ApiProblem.write(
          request,
          response,
          HttpStatus.TOO_MANY_REQUESTS.value(),
          Messages.text(
              LocaleContextHolder.getLocale(),
              "api.status-429",
              Long.toString(throttled.minutes())));
    } else if (failure instanceof AuthenticationServiceException) {
      ApiProblem.write(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      ApiProblem.write(request, response, HttpStatus.UNAUTHORIZED.value());
    }
  }
}
