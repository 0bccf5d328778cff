package org.xiaohao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class XiaohaoApplication {
  public static void main(String[] args) {
    SpringApplication.run(XiaohaoApplication.class, args);
  }
}
