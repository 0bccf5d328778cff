package org.xiaohao.notification;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xiaohao.campaign.Campaigns;

/** A mail server where one is set, else a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {

  @Bean
  Languages languages(Campaigns campaigns) {
    return campaignId -> campaigns.get(campaignId).plan().language();
  }

  @Bean
  Carrier mailCarrier(
      ObjectProvider<JavaMailSenderImpl> server,
      NotificationProperties settings,
      Mails mails,
      Clock clock) {
    var smtp = server.getIfAvailable();
    return smtp != null && !isLeftEmpty(smtp.getHost())
        ? new SmtpCarrier(smtp, mails, clock)
        : new FolderCarrier(settings.folder(), mails, clock);
  }

  /**
   * An environment variable that is set to nothing means none; a session of a container has none.
   */
  private static boolean isLeftEmpty(@Nullable String host) {
    return host != null && host.isBlank();
  }
}
