package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.xiaohao.shared.Messages;

/**
 * What the API says about itself, in the language of the reader, and what spares sending an answer
 * twice. Summaries and tags of the controllers are codes of sentences; parameters of one name mean
 * the same everywhere.
 */
@Configuration(proxyBeanMethods = false)
class DocumentV1 {

  private static final String BASIC = "basic";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().version("v1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC)))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }

  @Bean
  OpenApiLocaleCustomizer readersWords() {
    return (document, locale) -> {
      document
          .getInfo()
          .title(Messages.text(locale, "v1.title"))
          .description(Messages.text(locale, "v1.about"));
      document.getComponents().addSchemas(PROBLEM, problem(locale));
      document.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> complete(operation, locale));
    };
  }

  private static void complete(Operation operation, Locale locale) {
    Optional.ofNullable(operation.getParameters())
        .ifPresent(
            parameters ->
                parameters.forEach(
                    parameter ->
                        parameter.setDescription(
                            Messages.text(locale, "v1.parameter-" + parameter.getName()))));
    var answers = operation.getResponses();
    answers.values().forEach(answer -> answer.setDescription(Messages.text(locale, "v1.answer")));
    answers.addApiResponse(
        "4XX",
        new ApiResponse()
            .description(Messages.text(locale, "v1.refused"))
            .content(
                new Content()
                    .addMediaType(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new io.swagger.v3.oas.models.media.MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  /** What is told where there is no answer (RFC 9457). */
  private static Schema<?> problem(Locale locale) {
    return new ObjectSchema()
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty(
            "detail", new StringSchema().description(Messages.text(locale, "v1.problem-detail")))
        .addProperty("instance", new StringSchema())
        .addProperty(
            "code", new StringSchema().description(Messages.text(locale, "v1.problem-code")));
  }

  /** Whoever has the answer already is told so; files and exports stream and get no tag. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tags() {
    var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    registration.addUrlPatterns("/api/v1/*");
    return registration;
  }
}
