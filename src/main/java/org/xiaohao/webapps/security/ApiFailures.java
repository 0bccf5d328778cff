package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What goes wrong in an API and is nobody's in particular: programs get no pages for people. */
@Configuration(proxyBeanMethods = false)
class ApiFailures implements WebMvcConfigurer, HandlerExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

  /** For which there are words. */
  private static final Set<Integer> KNOWN = Set.of(400, 404, 405, 406, 413, 415);

  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    // Behind the controllers' own, before those that lead to a page.
    resolvers.add(1, this);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!ApiProblem.isAsked(request) || response.isCommitted()) {
      return null;
    }
    var status = status(failure);
    if (!KNOWN.contains(status)) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
      status = HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
    try {
      response.resetBuffer();
      if (failure instanceof ErrorResponse told) {
        told.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
      }
      ApiProblem.write(request, response, status);
      return new ModelAndView();
    } catch (IOException gone) {
      LOG.debug("the reader has gone", gone);
      return new ModelAndView();
    }
  }

  private static int status(Exception failure) {
    if (failure instanceof ErrorResponse told) {
      return told.getStatusCode().value();
    }
    // a file is wanted, and there is no part that could be one
    return failure instanceof MultipartException ? 400 : 500;
  }
}
