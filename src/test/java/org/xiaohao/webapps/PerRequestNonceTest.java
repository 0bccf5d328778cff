package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class PerRequestNonceTest {

  private final MockServletContext shared = new MockServletContext();
  private final PerRequestNonce filter = new PerRequestNonce();

  @Test
  void aPageLoadKeepsItsNonceWhenAnotherBeginsMeanwhile() throws Exception {
    load(
        (first, response) -> {
          first.getServletContext().setAttribute(ATTR_CSP_FILTER_NONCE, "first");
          load(
              (second, other) -> {
                assertThat(second.getServletContext().getAttribute(ATTR_CSP_FILTER_NONCE)).isNull();
                second.getServletContext().setAttribute(ATTR_CSP_FILTER_NONCE, "second");
                assertThat(nonceOf(second)).isEqualTo("second");
              });
          assertThat(nonceOf(first)).isEqualTo("first");
        });
    assertThat(shared.getAttribute(ATTR_CSP_FILTER_NONCE)).isNull();
  }

  @Test
  void everythingElseIsTheSharedContext() throws Exception {
    shared.setServletContextName("xiaohao");
    load(
        (request, response) -> {
          request.getServletContext().setAttribute("other", 1);
          assertThat(request.getServletContext().getServletContextName()).isEqualTo("xiaohao");
        });
    assertThat(shared.getAttribute("other")).isEqualTo(1);
  }

  private static Object nonceOf(ServletRequest request) {
    return request.getServletContext().getAttribute(ATTR_CSP_FILTER_NONCE);
  }

  private void load(FilterChain page) throws ServletException, IOException {
    filter.doFilter(new MockHttpServletRequest(shared), new MockHttpServletResponse(), page);
  }
}
