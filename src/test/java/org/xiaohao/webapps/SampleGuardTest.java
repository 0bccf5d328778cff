package org.xiaohao.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SampleGuardTest {

  private final ApplicationContextRunner house =
      new ApplicationContextRunner()
          .withInitializer(
              context ->
                  context
                      .getBeanFactory()
                      .setConversionService(ApplicationConversionService.getSharedInstance()))
          .withUserConfiguration(SampleGuard.class);

  @ParameterizedTest
  @CsvSource({
    "sample, 127.0.0.1, true",
    "sample, ::1, true",
    "sample, 0.0.0.0, false",
    "sample, ::, false",
    "sample, 192.0.2.1, false",
    "sample, '', false",
    "production, 0.0.0.0, true"
  })
  void the_sample_is_for_this_machine_only(String profile, String address, boolean starts) {
    house
        .withPropertyValues("spring.profiles.active=" + profile, "server.address=" + address)
        .run(
            started -> {
              if (starts) {
                assertThat(started.getStartupFailure()).isNull();
              } else {
                assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("只能在本机使用");
              }
            });
  }

  @ParameterizedTest
  @CsvSource("sample")
  void without_an_address_it_would_listen_everywhere(String profile) {
    house
        .withPropertyValues("spring.profiles.active=" + profile)
        .run(started -> assertThat(started.getStartupFailure()).isNotNull());
  }
}
