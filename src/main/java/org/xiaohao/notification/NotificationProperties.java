package org.xiaohao.notification;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xiaohao.notification.*}. The schedule has two more: {@code sender.enabled} (true)
 * and {@code sender.pause} (PT5S).
 *
 * @param from sender of all mails, with or without a name: {@code 销号 <xiaohao@example.org>}
 * @param folder where mails go as files while {@code spring.mail.host} is not set
 * @param templates folder with templates that are used in place of the built-in ones; need not
 *     exist
 * @param baseUrl address under which people open the application; links in mails begin with it
 */
@ConfigurationProperties("xiaohao.notification")
record NotificationProperties(
    @DefaultValue("xiaohao@localhost") String from,
    @DefaultValue("data/mail") Path folder,
    @DefaultValue("templates/mail") Path templates,
    @DefaultValue("http://127.0.0.1:8080") URI baseUrl) {}
