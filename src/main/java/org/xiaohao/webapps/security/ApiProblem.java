package org.xiaohao.webapps.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.xiaohao.shared.Messages;

/**
 * Problem details (RFC 9457) of what is refused before a controller of an API is asked, in the
 * language of the reader.
 */
final class ApiProblem {

  private static final List<String> APIS = List.of("/api/", "/camunda/api/xiaohao/");

  private static final ObjectMapper JSON =
      new ObjectMapper().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);

  private ApiProblem() {}

  /** Whether the request asks an API of ours. */
  static boolean isAsked(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return isApi(path);
  }

  /** Whether that path leads to an API of ours. */
  static boolean isApi(String path) {
    return APIS.stream().anyMatch(path::startsWith);
  }

  /** Says what is wrong, as far as the status tells. */
  static void write(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    var words = Messages.text(LocaleContextHolder.getLocale(), "api.status-" + status);
    write(request, response, status, words);
  }

  /** Says what is wrong in these words. */
  static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String words)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(json(status, words, URI.create(request.getRequestURI())));
  }

  /**
   * The same as text.
   *
   * @param instance what was asked for; null where it is no address
   */
  static String json(int status, String words, @Nullable URI instance) throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), words);
    problem.setInstance(instance);
    problem.setProperty("code", "api.status-" + status);
    return JSON.writeValueAsString(problem);
  }
}
