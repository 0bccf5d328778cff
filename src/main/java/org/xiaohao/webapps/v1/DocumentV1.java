package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What the API says about itself, and what spares sending an answer twice. */
@Configuration(proxyBeanMethods = false)
class DocumentV1 {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("销号")
                .version("v1")
                .description("供其他系统读取活动、事项和附件。权限与页面相同：登录后只看得到自己在页面上看得到的内容。"));
  }

  /** Whoever has the answer already is told so; files and exports stream and get no tag. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tags() {
    var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }
}
