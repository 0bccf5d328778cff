package org.xiaohao.webapps.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody sends more than is of use: the engine's own API takes bodies of any length into memory.
 * What says its length is refused before a byte of it is read, the rest as soon as it is too much.
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
    var allowed = allowed(request);
    if (request.getContentLengthLong() > allowed) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
      return;
    }
    var counted = new Counted(request, allowed);
    try {
      chain.doFilter(counted, response);
    } catch (IOException | ServletException | RuntimeException failed) {
      if (!counted.exceeded() || response.isCommitted()) {
        throw failed;
      }
    }
    if (counted.exceeded() && !response.isCommitted()) {
      response.reset();
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
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

  /** A body whose length nobody told. */
  private static final class Counted extends HttpServletRequestWrapper {

    private final long allowed;
    private @Nullable CountedStream stream;

    Counted(HttpServletRequest request, long allowed) {
      super(request);
      this.allowed = allowed;
    }

    boolean exceeded() {
      return stream != null && stream.count > allowed;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (stream == null) {
        stream = new CountedStream(super.getInputStream(), allowed);
      }
      return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      var named = getCharacterEncoding();
      return new BufferedReader(
          new InputStreamReader(
              getInputStream(), named == null ? StandardCharsets.UTF_8 : Charset.forName(named)));
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long allowed;
    private long count;

    CountedStream(ServletInputStream body, long allowed) {
      this.body = body;
      this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
      var read = body.read();
      return counted(read, read < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = body.read(buffer, offset, length);
      return counted(read, Math.max(0, read));
    }

    private int counted(int read, int bytes) throws IOException {
      count += bytes;
      if (count > allowed) {
        throw new IOException("the body is longer than " + allowed + " bytes");
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
