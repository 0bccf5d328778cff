package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.xiaohao.shared.Messages;

/**
 * Nobody sends more than is of use: the engine's own API takes bodies of any length into memory. A
 * body has to say how long it is, as every browser does, and is refused before a byte of it is
 * read. The refusal is written here, since a page for it would read the body first; the server then
 * throws away what a browser still sends, up to {@code server.tomcat.max-swallow-size}, so that the
 * browser gets to read it.
 */
final class BodyLimit extends OncePerRequestFilter {

  private final DataSize limit;
  private final DataSize uploads;

  /**
   * @param limit for forms and JSON
   * @param uploads for files, with what surrounds them
   */
  BodyLimit(DataSize limit, DataSize uploads) {
    this.limit = limit;
    this.uploads = uploads;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > allowed(request)) {
      refuse(
          request,
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          isUpload(request)
              ? word("error.upload", String.valueOf(uploads.toMegabytes()))
              : word("error.413"));
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      refuse(request, response, HttpServletResponse.SC_LENGTH_REQUIRED, word("error.411"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private long allowed(HttpServletRequest request) {
    return (isUpload(request) ? uploads : limit).toBytes();
  }

  private static boolean isUpload(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        && !request.getRequestURI().contains("/api/engine/");
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    if (ApiProblem.isAsked(request)) {
      ApiProblem.write(request, response, status, sentence);
      return;
    }
    var page = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
    response.setStatus(status);
    response.setContentType(page ? MediaType.TEXT_HTML_VALUE : MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(page ? page(request, sentence) : sentence);
  }

  /** Leads back to the form, where the browser says which page that is. */
  private static String page(HttpServletRequest request, String sentence) {
    return BarePage.of(
        LocaleContextHolder.getLocale(),
        request.getContextPath(),
        word("error.413.title"),
        sentence,
        sender(request),
        word("error.back"));
  }

  private static String sender(HttpServletRequest request) {
    var sender = request.getHeader(HttpHeaders.REFERER);
    return sender != null
            && sender.startsWith(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + "/")
        ? sender
        : request.getContextPath() + "/";
  }

  private static String word(String code, Object... arguments) {
    return Messages.text(LocaleContextHolder.getLocale(), code, arguments);
  }
}
