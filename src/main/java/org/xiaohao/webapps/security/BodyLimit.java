package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiaohao.shared.Messages;

/**
 * Nobody sends more than is of use: the engine's own API takes bodies of any length into memory. A
 * body has to say how long it is, as every browser does, and is refused before a byte of it is
 * read. The refusal is written here, since a page for it would read the body first.
 */
final class BodyLimit extends OncePerRequestFilter {

  private final long limit;
  private final long uploads;

  /**
   * @param limit for forms and JSON
   * @param uploads for files, with what surrounds them
   */
  BodyLimit(DataSize limit, DataSize uploads) {
    this.limit = limit.toBytes();
    this.uploads = uploads.toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > allowed(request)) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "error.413");
    } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, "error.411");
    } else {
      chain.doFilter(request, response);
    }
  }

  private long allowed(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
            && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
            && !request.getRequestURI().contains("/api/engine/")
        ? uploads
        : limit;
  }

  private static void refuse(HttpServletResponse response, int status, String code)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.getWriter().write(Messages.text(Locale.SIMPLIFIED_CHINESE, code));
  }
}
