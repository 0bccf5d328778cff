package org.xiaohao.webapps.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;

/** What stands before the chain and what stands behind it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class DoorFilters {

  @Bean
  FilterRegistrationBean<ReadersLanguage> readersLanguage(LocaleResolver choice) {
    var registration = new FilterRegistrationBean<>(new ReadersLanguage(choice));
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 3);
    return registration;
  }

  @Bean
  FilterRegistrationBean<PlainAddress> plainAddress() {
    var registration = new FilterRegistrationBean<>(new PlainAddress());
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      @Value("${xiaohao.web.max-body:2MB}") DataSize body,
      @Value("${xiaohao.web.max-upload:64MB}") DataSize upload) {
    var registration = new FilterRegistrationBean<>(new BodyLimit(body, upload));
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<IdleTimeout> idleTimeout() {
    var registration = new FilterRegistrationBean<>(new IdleTimeout(System::nanoTime));
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<WebappsSession> webappsSession(
      @Value("${camunda.bpm.process-engine-name:default}") String engine) {
    var registration = new FilterRegistrationBean<>(new WebappsSession(engine));
    registration.addUrlPatterns("/camunda/*");
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return registration;
  }
}
