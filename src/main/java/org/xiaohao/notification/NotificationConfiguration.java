package org.xiaohao.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server where one is set, else a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {

  @Bean
  Carrier carrier(ObjectProvider<JavaMailSenderImpl> server, NotificationProperties settings) {
    var smtp = server.getIfAvailable();
    return smtp != null ? new SmtpCarrier(smtp) : new FolderCarrier(settings.folder());
  }
}
