package org.xiaohao;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.xiaohao.cli.Commands;

/** Starts the server; with a command as first argument it carries that out instead. */
@SpringBootApplication
@EnableScheduling
public class XiaohaoApplication {

  static {
    // who has no language of their own in a request is told everything in Chinese
    LocaleContextHolder.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
  }

  public static void main(String[] args) {
    if (Commands.handles(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(XiaohaoApplication.class, args);
  }
}
