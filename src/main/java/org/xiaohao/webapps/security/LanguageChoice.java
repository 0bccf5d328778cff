package org.xiaohao.webapps.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Chinese; English for whoever chose it by {@code ?language=en}. The choice is kept in a cookie,
 * which the webapps obey as well as our pages.
 */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  LocaleResolver localeResolver() {
    var choice = new TwoLanguages();
    choice.setCookieMaxAge(REMEMBERED);
    // The scripts of the webapps read it, too: it is no secret.
    choice.setCookieHttpOnly(false);
    choice.setCookieSameSite("Lax");
    choice.setDefaultLocaleFunction(LanguageChoice::unchosen);
    return choice;
  }

  /** Pages are Chinese whatever the browser prefers; other programs say what they want. */
  private static Locale unchosen(HttpServletRequest request) {
    var wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return request.getRequestURI().contains("/api/v1/") && wanted != null && wanted.startsWith("en")
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName("language");
    change.setHttpMethods("GET");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }

  private static final class TwoLanguages extends CookieLocaleResolver {

    TwoLanguages() {
      super("language");
    }

    @Override
    protected Locale parseLocaleValue(String value) {
      return spoken(super.parseLocaleValue(value));
    }

    @Override
    public void setLocaleContext(
        HttpServletRequest request,
        @Nullable HttpServletResponse response,
        @Nullable LocaleContext chosen) {
      super.setLocaleContext(
          request,
          response,
          chosen == null || chosen.getLocale() == null
              ? chosen
              : new SimpleLocaleContext(spoken(chosen.getLocale())));
    }

    private static Locale spoken(@Nullable Locale wanted) {
      return wanted != null && "en".equals(wanted.getLanguage())
          ? Locale.ENGLISH
          : Locale.SIMPLIFIED_CHINESE;
    }
  }
}
