package org.xiaohao.cli;

import java.util.Locale;

/** Languages of the reports. */
enum Language {
  zh(Locale.SIMPLIFIED_CHINESE),
  en(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }
}
