package org.xiaohao.webapps.security;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.xiaohao.shared.Messages;

/** A page that says why nothing was done, where no template can be asked. */
final class BarePage {

  private BarePage() {}

  /**
   * @param locale of the reader
   * @param context path of the application, empty or with a slash in front
   * @param title what went wrong, in a word
   * @param sentence the same with the way out
   * @param back address of that way
   * @param link what it is called
   */
  static String of(
      Locale locale, String context, String title, String sentence, String back, String link) {
    return """
        <!DOCTYPE html>
        <html lang="%1$s">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%2$s</title>
          <link rel="icon" href="%3$s/favicon.ico">
          <link rel="stylesheet" href="%3$s/pages/pages.css">
        </head>
        <body class="narrow">
        <header><p class="brand">%4$s</p></header>
        <main class="card">
          <h1>%2$s</h1>
          <p>%5$s</p>
          <p><a class="button" href="%6$s">%7$s</a></p>
        </main>
        </body>
        </html>
        """
        .formatted(
            locale.getLanguage(),
            title,
            context,
            Messages.text(locale, "login.brand"),
            sentence,
            HtmlUtils.htmlEscape(back),
            link);
  }
}
