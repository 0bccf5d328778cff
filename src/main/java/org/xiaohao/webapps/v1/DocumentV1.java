package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What the API says about itself, and what spares sending an answer twice. */
@Configuration(proxyBeanMethods = false)
class DocumentV1 {

  private static final String BASIC = "basic";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("销号")
                .version("v1")
                .description("供其他系统读取活动、事项和附件。权限与页面相同：登录后只看得到自己在页面上看得到的内容。"))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC))
                .addSchemas(PROBLEM, problem()))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }

  /** What is told where there is no answer (RFC 9457). */
  private static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("给人看的说明，中文或英文"))
        .addProperty("instance", new StringSchema())
        .addProperty("code", new StringSchema().description("给程序用的代码"));
  }

  @Bean
  OperationCustomizer refusalsOfOperations() {
    return (operation, method) -> {
      operation
          .getResponses()
          .addApiResponse(
              "4XX",
              new ApiResponse()
                  .description("未登录、无权查看、没有或参数不对")
                  .content(
                      new Content()
                          .addMediaType(
                              MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                              new io.swagger.v3.oas.models.media.MediaType()
                                  .schema(
                                      new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
      return operation;
    };
  }

  /** Whoever has the answer already is told so; files and exports stream and get no tag. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tags() {
    var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }
}
