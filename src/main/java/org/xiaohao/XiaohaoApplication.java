package org.xiaohao;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.xiaohao.cli.Commands;

/** Starts the server; with a command as first argument it carries that out instead. */
@SpringBootApplication
@EnableScheduling
public class XiaohaoApplication {

  public static void main(String[] args) {
    if (Locale.getDefault().getLanguage().isEmpty()
        || !Locale.getDefault().equals(Locale.ENGLISH)) {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }
    if (Commands.handles(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(XiaohaoApplication.class, args);
  }
}
