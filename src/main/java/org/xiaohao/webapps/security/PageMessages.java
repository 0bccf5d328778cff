package org.xiaohao.webapps.security;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;
import org.xiaohao.shared.Messages;

/** Lets pages say the sentences of the rooms: {@code #{login.title}} stands in bundle login. */
@Component("messageSource")
class PageMessages extends AbstractMessageSource {

  @Override
  protected @Nullable String getMessageInternal(
      @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    if (code == null) {
      return null;
    }
    var text =
        Messages.text(
            locale == null ? Locale.SIMPLIFIED_CHINESE : locale,
            code,
            arguments == null ? new Object[0] : arguments);
    return text.equals(code) ? null : text;
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    return null;
  }
}
