package org.xiaohao.webapps;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every page load its own nonce for the Content-Security-Policy.
 *
 * <p>Camunda 7.24 hands the nonce from the filter that writes the header to the filter that writes
 * the page through one attribute of the servlet context, which all requests share. Of two requests
 * at the same time, one gets the other's nonce into its page, the browser refuses all its scripts,
 * and the user looks at a blank page. Here the two filters see a servlet context that keeps this
 * one attribute for the request and leaves everything else to the real one.
 */
final class PerRequestNonce extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var context = withOwnNonce(request.getServletContext());
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletContext getServletContext() {
            return context;
          }
        },
        response);
  }

  private static ServletContext withOwnNonce(ServletContext shared) {
    var nonce = new Nonce();
    return (ServletContext)
        Proxy.newProxyInstance(
            ServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (arguments != null && ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                switch (method.getName()) {
                  case "getAttribute":
                    return nonce.value;
                  case "setAttribute":
                    nonce.value = arguments[1];
                    return null;
                  default:
                    break;
                }
              }
              try {
                return method.invoke(shared, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  /** A request is served by one thread at a time, so a plain field will do. */
  private static final class Nonce {
    @Nullable Object value;
  }
}
