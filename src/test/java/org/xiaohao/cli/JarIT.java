package org.xiaohao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiaohao.testing.HttpPerson;

/** What is handed out: the one file, run by itself in a directory that holds nothing else. */
class JarIT {

  private static final Path JAR = Path.of("target/xiaohao.jar").toAbsolutePath();
  private static final Path SAMPLE = Path.of("campaigns/changzhi-2017").toAbsolutePath();
  private static final Pattern TASKLIST =
      Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/camunda/app/tasklist/");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path empty;

  @Test
  void checks_a_folder_and_ends_with_zero_or_one() throws Exception {
    var sound = run("sound.log", "check", SAMPLE.toString());
    var broken = Files.createDirectory(empty.resolve("changzhi-2017"));
    var plan = Files.readString(SAMPLE.resolve("campaign.yaml"));
    Files.writeString(broken.resolve("campaign.yaml"), plan.replace("quota: 20", "quota: -1"));
    Files.copy(SAMPLE.resolve("roster.xlsx"), broken.resolve("roster.xlsx"));
    var faulty = run("faulty.log", "check", broken.toString());

    assertThat(ended(sound)).as(log("sound.log")).isZero();
    assertThat(log("sound.log")).contains("没有错误，可以启动");
    assertThat(ended(faulty)).as(log("faulty.log")).isEqualTo(1);
    assertThat(log("faulty.log")).contains("“-1”超出范围");
  }

  @Test
  void starts_the_server_with_the_sample_in_which_people_log_in() throws Exception {
    var server = run("server.log", "--server.port=0");
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> !server.isAlive() || log("server.log").contains("销号已启动"));
      assertThat(server.isAlive()).as(log("server.log")).isTrue();
      await().until(() -> log("server.log").contains("luzhanzhong"));
      assertThat(log("server.log"))
          .contains("/camunda/app/cockpit/", "/camunda/app/admin/")
          .contains("示例账号（口令均为 xiaohao）", "fengxiaoyan", "liuguangli")
          .doesNotContain("ERROR");

      var address = TASKLIST.matcher(log("server.log"));
      assertThat(address.find()).isTrue();
      var person = new HttpPerson(address.group(1)).in("fengxiaoyan");
      var me = person.get("/camunda/api/xiaohao/default/me");
      assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
      assertThat(empty.resolve("data")).isDirectory();
    } finally {
      server.destroy();
      if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    }
  }

  private Process run(String log, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(empty.toFile()).redirectErrorStream(true);
    builder.environment().remove("SPRING_PROFILES_ACTIVE");
    return builder.redirectOutput(empty.resolve(log).toFile()).start();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String log(String name) throws IOException {
    return Files.readString(empty.resolve(name));
  }
}
