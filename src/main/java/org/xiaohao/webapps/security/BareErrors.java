package org.xiaohao.webapps.security;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Messages;

/**
 * What is so malformed that the server refuses it before any filter of ours is asked (an address
 * with a zero byte, say) is told in words as well, and not in the server's own page.
 */
@Component
class BareErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(BareErrors.class);

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Page()));
  }

  /** Behind Spring Boot, whose valve then has nothing left to say. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static final class Page extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      var status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      var locale = locale(request.getCookies());
      var code = Stream.of(400, 403, 404, 413).anyMatch(known -> known == status) ? status : 500;
      try {
        var asked = request.getRequestURI();
        var program = status == 400 && asked != null && ApiProblem.isApi(asked);
        response.setContentType(program ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var out = response.getReporter();
        if (out != null) {
          out.write(
              program
                  ? ApiProblem.json(status, Messages.text(locale, "api.status-400"), null)
                  : BarePage.of(
                      locale,
                      "",
                      Messages.text(locale, "error." + code + ".title"),
                      Messages.text(locale, "error." + code),
                      "/",
                      Messages.text(locale, "error.home")));
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException gone) {
        LOG.debug("the reader has gone", gone);
      }
    }

    private static Locale locale(Cookie @Nullable [] cookies) {
      return Arrays.stream(Optional.ofNullable(cookies).orElseGet(() -> new Cookie[0]))
              .anyMatch(
                  cookie ->
                      cookie.getName().equals("language") && cookie.getValue().startsWith("en"))
          ? Locale.ENGLISH
          : Locale.SIMPLIFIED_CHINESE;
    }
  }
}
