package org.xiaohao.webapps.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers are told about our pages. The webapps write headers of their own, with a policy
 * that their scripts need and ours do not.
 */
final class PageHeaders {

  /** Nothing from elsewhere, nothing inline, in nobody's frame. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private PageHeaders() {}

  static void set(HeadersConfigurer<HttpSecurity> headers, RequestMatcher webapps) {
    var ours = new NegatedRequestMatcher(webapps);
    var opener = new CrossOriginOpenerPolicyHeaderWriter();
    opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    headers
        .defaultsDisabled()
        .addHeaderWriter(new HstsHeaderWriter())
        .addHeaderWriter(new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN))
        .addHeaderWriter(on(ours, new ContentSecurityPolicyHeaderWriter(POLICY)))
        .addHeaderWriter(on(ours, new XContentTypeOptionsHeaderWriter()))
        .addHeaderWriter(
            on(
                ours,
                new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY)))
        .addHeaderWriter(on(ours, opener))
        .addHeaderWriter(
            on(
                ours,
                new PermissionsPolicyHeaderWriter(
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
        .addHeaderWriter(on(ours, new CacheControlHeadersWriter()));
  }

  private static HeaderWriter on(RequestMatcher requests, HeaderWriter writer) {
    return new DelegatingRequestMatcherHeaderWriter(requests, writer);
  }
}
