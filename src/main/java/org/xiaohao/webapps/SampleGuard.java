package org.xiaohao.webapps;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The sample's accounts have a password that everybody can read: it refuses to start where others
 * than this machine could reach it.
 */
@Component
@Profile("sample")
class SampleGuard {

  SampleGuard(@Value("${server.address:#{null}}") @Nullable InetAddress address) {
    if (address == null || !address.isLoopbackAddress()) {
      throw new IllegalStateException(
          "示例数据的口令是公开的，只能在本机使用：请去掉 server.address="
              + address
              + "，或设置 SPRING_PROFILES_ACTIVE=production 正式部署。");
    }
  }
}
