package org.xiaohao.webapps.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets the engine know who asks, as the webapps' own filter does for their addresses: it then shows
 * and allows the same as in Tasklist. Groups are looked up each time, since roles may change.
 */
@Configuration(proxyBeanMethods = false)
class PhoneLogin implements WebMvcConfigurer, HandlerInterceptor {

  private final IdentityService identity;

  PhoneLogin(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/m", "/m/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var person = request.getUserPrincipal();
    if (person == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    var groups =
        identity.createGroupQuery().groupMember(person.getName()).unlimitedList().stream()
            .map(Group::getId)
            .toList();
    identity.setAuthentication(person.getName(), groups);
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    identity.clearAuthentication();
  }
}
