package org.xiaohao.webapps;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link PerRequestNonce} before all filters of the webapps' pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PerRequestNonceConfiguration {

  @Bean
  FilterRegistrationBean<PerRequestNonce> perRequestNonce() {
    var registration = new FilterRegistrationBean<>(new PerRequestNonce());
    registration.addUrlPatterns("/camunda/app/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
