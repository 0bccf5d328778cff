package org.xiaohao.webapps.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A second lock on {@link Api#BASE}. The webapps' security rules compare the address as it was sent
 * and let pass whatever they do not know, so that {@code /%78iaohao/} or {@code /xiaohao;a=b/}
 * would slip through; here the address counts as it was understood.
 */
@Configuration(proxyBeanMethods = false)
class LoginRequired implements WebMvcConfigurer, HandlerInterceptor {

  private final Login login;

  LoginRequired(Login login) {
    this.login = login;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(Api.BASE + "/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (login.isPresent()) {
      return true;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    return false;
  }
}
